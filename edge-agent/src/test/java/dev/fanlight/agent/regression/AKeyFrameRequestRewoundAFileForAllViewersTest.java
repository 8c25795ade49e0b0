package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.Payload;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.testing.Await;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
            assertEachFrameHasOneSuccessor(peer);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    /** A busy computer may drop frames and play the file twice, but no frame is followed by one frame now and by another one later. */
    private static void assertEachFrameHasOneSuccessor(RelayPeer peer) {
        Map<Payload, Payload> successors = new HashMap<>();
        for (int i = 1; i < IN_THE_MIDDLE + 30; i++) {
            if (peer.media.get(i).follows(peer.media.get(i - 1))) {
                Payload next = peer.units.get(i).payload();
                Payload known = successors.putIfAbsent(peer.units.get(i - 1).payload(), next);
                assertThat(next).as("what follows frame %d", i - 1).isEqualTo(Objects.requireNonNullElse(known, next));
            }
        }
    }
}
