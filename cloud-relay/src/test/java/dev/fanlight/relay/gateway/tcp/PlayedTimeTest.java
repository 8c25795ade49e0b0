package dev.fanlight.relay.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import org.junit.jupiter.api.Test;

class PlayedTimeTest {

    private final PlayedTime time = new PlayedTime();

    @Test
    void aPlayerBeginsAtZeroAndGoesOnWithAnotherPublisher() {
        assertThat(time.nowMicros()).isZero();
        assertThat(time.placeMillis(header(1, 5_000_000))).isZero();
        assertThat(time.placeMillis(header(1, 5_040_000))).isEqualTo(40);
        assertThat(time.placeMillis(header(1, 4_000_000))).isZero();
        assertThat(time.nowMicros()).isEqualTo(40_000);
        assertThat(time.placeMillis(header(2, 77))).isEqualTo(80);
        assertThat(time.placeMillis(header(2, 20_077))).isEqualTo(100);
    }

    @Test
    void aPlayerOfOneEpochHasItsCaptureTimes() {
        PlayedTime capture = PlayedTime.ofCapture(1);
        assertThat(capture.placeMicros(header(1, 1_796_000_000_123_000L))).isEqualTo(1_796_000_000_123_000L);
        assertThat(capture.placeMicros(header(2, 77))).isEqualTo(1_796_000_000_163_000L);
        assertThat(PlayedTime.ofCapture(1).placeMicros(header(2, 77)))
                .as("another epoch from the first frame on")
                .isEqualTo(40_000);
    }

    private static MediaHeader header(long epoch, long captureMicros) {
        return new MediaHeader(MediaKind.VIDEO, MediaHeader.KEY, 0, 0, 0, captureMicros, epoch, 0);
    }
}
