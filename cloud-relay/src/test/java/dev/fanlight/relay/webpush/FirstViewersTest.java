package dev.fanlight.relay.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import org.junit.jupiter.api.Test;

class FirstViewersTest {

    private static final CameraName FRONT = new CameraName("front");

    private final FirstViewers viewers = new FirstViewers();

    @Test
    void whoComesAndGoesIsReportedOnceInAWhile() {
        long quiet = FirstViewers.QUIET.toNanos();
        assertThat(viewers.isNews(FRONT, 0)).isTrue();
        assertThat(viewers.isNews(FRONT, quiet - 1)).isFalse();
        assertThat(viewers.isNews(new CameraName("back"), 1)).isTrue();
        assertThat(viewers.isNews(FRONT, quiet)).isTrue();
        assertThat(viewers.isNews(FRONT, quiet + 1)).isFalse();
    }

    @Test
    void theOldestCameraIsForgotten() {
        assertThat(viewers.isNews(FRONT, 0)).isTrue();
        for (int i = 0; i < FirstViewers.MAX_CAMERAS; i++) {
            viewers.isNews(new CameraName("c" + i), 0);
        }
        assertThat(viewers.isNews(FRONT, 1)).isTrue();
    }
}
