package dev.fanlight.agent.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TrackMeterTest {

    private static final AccessUnit UNIT =
            new AccessUnit(MediaKind.VIDEO, true, false, 0, 0, Payload.copyOf(new byte[1_000]));

    private long now;

    private final TrackMeter meter = new TrackMeter(
            new MediaSink() {
                @Override
                public void begin(MediaKind kind, List<Track> tracks) {}

                @Override
                public void accept(int track, AccessUnit unit) {}
            },
            () -> now);

    private void frames(int seconds, int fps) {
        for (int i = 0; i < seconds * fps; i++) {
            now += TimeUnit.SECONDS.toNanos(1) / fps;
            meter.accept(0, UNIT);
        }
    }

    @Test
    void ratesAreThoseOfTheLastSeconds() {
        meter.begin(MediaKind.VIDEO, List.of(Track.of(0, "main", new Vp8Config(), VideoShape.of(640, 360))));
        frames(60, 10);
        TrackRate rate = meter.rates().get(0);
        assertThat(rate.unitsPerSecond()).isCloseTo(10, within(1.0));
        assertThat(rate.bitsPerSecond()).isBetween(72_000L, 88_000L);
        now += TimeUnit.SECONDS.toNanos(10);
        assertThat(meter.rates().get(0).unitsPerSecond()).as("after a pause").isZero();
    }

    @Test
    void unitsOfATrackThatWasNotAnnouncedAreNotCounted() {
        meter.accept(3, UNIT);
        assertThat(meter.rates()).isEmpty();
    }
}
