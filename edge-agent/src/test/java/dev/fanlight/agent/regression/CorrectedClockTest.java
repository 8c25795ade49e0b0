package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.NetworkSettings;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.NoControl;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.agent.uplink.connection.UplinkClocks;
import dev.fanlight.agent.uplink.connection.UplinkListener;
import dev.fanlight.agent.uplink.connection.UplinkSession;
import dev.fanlight.agent.uplink.media.SendPlan;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A computer without a battery starts in 1970, and its clock is set when it has a network. */
class CorrectedClockTest {

    private static final TestAuthority AUTHORITY = TestAuthority.shared();

    @Test
    void clockThatWasCorrectedAfterTheStartIsJudgedAsItIsNow() throws Exception {
        MediaClock started = new MediaClock(NanoClock.SYSTEM, 0);
        Duration correction = Duration.ofHours(1);
        CompletableFuture<Duration> reported = new CompletableFuture<>();
        // The test relay’s clock is the agent’s media clock, so the corrected one is an hour ahead of it.
        UplinkClocks clocks = new UplinkClocks(
                NanoClock.SYSTEM,
                started,
                () -> Instant.EPOCH.plusNanos(started.micros() * 1_000).plus(correction),
                new Random(7));
        try (FakeRelay relay = new FakeRelay(AUTHORITY, FakeRelay.accepting(0));
                EventLoop loop = new EventLoop(AgentTimeouts.STANDARD.stop());
                UplinkSession session = session(loop, relay, clocks, reported)) {
            session.start();
            assertThat(reported.get(1, TimeUnit.MINUTES).plus(correction).abs()).isLessThan(correction.dividedBy(2));
        }
    }

    private static UplinkSession session(
            EventLoop loop, FakeRelay relay, UplinkClocks clocks, CompletableFuture<Duration> reported) {
        DeviceIdentity identity = new DeviceIdentity(
                relay.uri(), AUTHORITY.pin(), "device-1", "front", DeviceKey.generate(new SecureRandom()));
        return new UplinkSession(
                loop,
                KeyRing.fixed(identity),
                "test",
                new NetworkSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), 5),
                AgentTimeouts.STANDARD.connection(),
                new SendPlan.Range(1_000_000, 150_000),
                new NoControl(),
                new OffsetListener(reported),
                clocks);
    }

    private record OffsetListener(CompletableFuture<Duration> reported) implements UplinkListener {

        @Override
        public void connected(String camera) {}

        @Override
        public void viewers(CurrentViewers viewers) {}

        @Override
        public void uplink(UplinkQuality quality) {}

        @Override
        public void notice(String sentence) {}

        @Override
        public void clockDiffers(Duration offset) {
            reported.complete(offset);
        }

        @Override
        public void waiting(String why, Duration delay) {}

        @Override
        public void keyChanged() {}

        @Override
        public void keyNotChanged(String why) {}

        @Override
        public void closed(GiveUpReason reason) {
            reported.completeExceptionally(new AssertionError(reason));
        }
    }
}
