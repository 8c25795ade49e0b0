package dev.fanlight.relay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaKind;
import org.junit.jupiter.api.Test;

class PublishedTimeTest {

    private static final long FRAME = 40_000;
    private static final long START = 1_700_000_000_000_000L;

    private final PublishedTime time = new PublishedTime();

    @Test
    void unitsKeepTheirDistancesAndAreNeverLaterThanTheirArrival() {
        long first = time.place(MediaKind.VIDEO, 0, START);
        assertThat(first).isEqualTo(START);
        assertThat(time.place(MediaKind.VIDEO, FRAME, START + FRAME + 15_000)).isEqualTo(START + FRAME);
        assertThat(time.place(MediaKind.VIDEO, 2 * FRAME, START + 2 * FRAME - 5_000))
                .isEqualTo(START + 2 * FRAME - 5_000);
    }

    @Test
    void soundAndVideoOfOneMomentAreCapturedAtTheSameTimeThoughOneComesLater() {
        time.place(MediaKind.VIDEO, 0, START);
        time.place(MediaKind.AUDIO, 0, START + 200_000);
        long video = time.place(MediaKind.VIDEO, FRAME, START + FRAME);
        long sound = time.place(MediaKind.AUDIO, FRAME, START + FRAME + 200_000);
        assertThat(sound).isEqualTo(video);
    }

    @Test
    void anEncoderThatBeginsAnewGoesOnAtItsDistance() {
        long last = 0;
        for (int i = 0; i < 100; i++) {
            last = time.place(MediaKind.VIDEO, 3_600_000_000L + i * FRAME, START + i * FRAME);
        }
        assertThat(time.place(MediaKind.VIDEO, 0, START + 100 * FRAME)).isEqualTo(last + FRAME);
        assertThat(time.place(MediaKind.VIDEO, FRAME, START + 101 * FRAME)).isEqualTo(last + 2 * FRAME);
    }

    @Test
    void timesOfATrackNeverGoBack() {
        long last = time.place(MediaKind.AUDIO, 100_000, START);
        assertThat(time.place(MediaKind.AUDIO, 60_000, START + FRAME)).isEqualTo(last + 1);
    }
}
