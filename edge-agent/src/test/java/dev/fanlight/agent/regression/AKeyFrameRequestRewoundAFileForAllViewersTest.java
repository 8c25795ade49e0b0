package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.testing.Await;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A viewer who needed a key frame made a file that is passed through go back to the last one, for all viewers. */
class AKeyFrameRequestRewoundAFileForAllViewersTest {

    private static final int VIDEO = 0;

    /** Behind the second key frame, before the end of the file. */
    private static final int IN_THE_MIDDLE = 70;

    private static final TestAuthority authority = TestAuthority.shared();

    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(1));

    @AfterEach
    void closeRelay() {
        relay.close();
    }

    @Test
    void itPlaysOn() {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        try (FanlightAgent running = FanlightAgent.builder()
                .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                .source("file:" + Footage.CARS)
                .build()
                .start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("the middle", () -> peer.units.size() >= IN_THE_MIDDLE);
            peer.send(new KeyFrameRequest(VIDEO));
            Await.until("more frames", () -> peer.units.size() >= IN_THE_MIDDLE + 30);
            assertThat(List.copyOf(peer.units).subList(0, IN_THE_MIDDLE + 30))
                    .extracting(AccessUnit::payload)
                    .doesNotHaveDuplicates();
            assertThat(running.droppedFrames()).isZero();
        }
    }
}
