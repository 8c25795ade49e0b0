package dev.fanlight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.pipeline.CameraDemand;
import dev.fanlight.agent.ptz.HeadPort;
import dev.fanlight.agent.testing.NoControl;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.JpegConfig;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches the relay while viewers on the local network keep the camera awake. */
class RelayGateTest {

    private static final Duration LINGER = Duration.ofSeconds(20);

    private final List<String> seen = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private boolean watchedHere = true;
    private int bitRate;
    private SendLevel level = SendLevel.FULL;
    private final CameraDemand demand = new CameraDemand(RunMode.ON_DEMAND, LINGER, nanos::get);
    private final RelayControl control = new RelayControl(new Camera(), demand, 1_000, HeadPort.OFF);
    private final RelayGate gate =
            new RelayGate(new Uplink(), (state, detail) -> seen.add(state.wireName()), control, () -> watchedHere);

    private final class Uplink implements MediaSink {

        @Override
        public void begin(MediaKind kind, List<Track> tracks) {
            seen.add("begin");
        }

        @Override
        public void accept(int track, AccessUnit unit) {
            seen.add(unit.key() ? "key" : "frame");
        }
    }

    private final class Camera extends NoControl {

        @Override
        public void keyFrame(int track) {
            seen.add("request " + track);
        }

        @Override
        public void bitRate(int bitsPerSecond) {
            bitRate = bitsPerSecond;
        }

        @Override
        public void level(SendLevel next) {
            level = next;
        }
    }

    @BeforeEach
    void begin() {
        gate.begin(MediaKind.VIDEO, List.of(Track.of(0, Track.MAIN, new JpegConfig(), VideoShape.of(16, 16))));
        seen.clear();
    }

    @Test
    void whatComesWithoutViewersAnywhereIsAStillForTheRelay() {
        watchedHere = false;
        frame(true);
        assertThat(seen).containsExactly("key");
    }

    private void frame(boolean key) {
        gate.accept(0, new AccessUnit(MediaKind.VIDEO, key, false, 0, 0, Payload.copyOf(new byte[1])));
    }

    @Test
    void withoutReadersAtTheRelayNothingReachesItButThatTheCameraSleepsOnce() {
        frame(true);
        frame(false);
        assertThat(seen).containsExactly("asleep");
    }

    @Test
    void aReaderAtTheRelayIsServedFromTheNextKeyFrameOnWhichIsRequestedOnce() {
        frame(true);
        seen.clear();
        demand.readers(1);
        frame(false);
        frame(false);
        frame(true);
        frame(false);
        assertThat(seen).containsExactly("request 0", "live", "begin", "key", "frame");
    }

    @Test
    void theRelayIsServedAsLongAsTheCameraWouldLingerForIt() {
        demand.readers(1);
        frame(true);
        demand.readers(0);
        nanos.addAndGet(LINGER.toNanos() - 1);
        frame(false);
        nanos.addAndGet(1);
        frame(false);
        assertThat(seen).containsExactly("key", "frame", "asleep");
    }

    @Test
    void thatTheCameraHasFailedIsForTheRelayAnywayThatItRunsForOthersIsSleepForIt() {
        gate.source(SourceState.LIVE, Optional.empty());
        gate.source(SourceState.FAILED, Optional.of("gone"));
        demand.readers(1);
        gate.source(SourceState.LIVE, Optional.empty());
        assertThat(seen).containsExactly("asleep", "failed", "live");
    }

    @Test
    void aCameraThatWorksAgainForOthersIsNotFailedForTheRelay() {
        frame(true);
        gate.source(SourceState.FAILED, Optional.of("gone"));
        gate.source(SourceState.LIVE, Optional.empty());
        frame(true);
        assertThat(seen).endsWith("asleep");
    }

    @Test
    void aSlowUploadLowersNothingForOthersWhileTheRelayIsSentNothing() {
        demand.readers(1);
        frame(true);
        control.level(SendLevel.KEY_FRAMES);
        control.bitRate(100);
        assertThat(level).isEqualTo(SendLevel.KEY_FRAMES);
        assertThat(bitRate).isEqualTo(100);
        demand.readers(0);
        nanos.addAndGet(LINGER.toNanos());
        frame(false);
        control.level(SendLevel.SMALL);
        control.bitRate(150);
        assertThat(level).isEqualTo(SendLevel.FULL);
        assertThat(bitRate).isEqualTo(1_000);
        demand.readers(1);
        frame(false);
        assertThat(level).isEqualTo(SendLevel.SMALL);
        assertThat(bitRate).isEqualTo(150);
    }
}
