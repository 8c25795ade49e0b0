package dev.fanlight.relay.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CameraPresenceTest {

    private final CameraPresence camera = new CameraPresence();
    private long now = -5;

    @Test
    void aCameraThatComesGoesAndComesBackIsReportedEachTime() {
        assertThat(camera.observe(false, false, now)).isEmpty();
        assertThat(camera.observe(true, false, now)).containsExactly(EventType.CAMERA_BACK);
        assertThat(camera.observe(true, false, now)).isEmpty();
        pass(HeldFact.HOLD);
        assertThat(camera.observe(false, false, now)).containsExactly(EventType.CAMERA_LOST);
        assertThat(camera.observe(false, false, now)).isEmpty();
        assertThat(camera.observe(true, false, now)).containsExactly(EventType.CAMERA_BACK);
    }

    @Test
    void aConnectionThatIsInterruptedForLessThanTenSecondsIsNotReported() {
        assertThat(camera.observe(true, false, now)).containsExactly(EventType.CAMERA_BACK);
        pass(HeldFact.HOLD.minusNanos(1));
        assertThat(camera.observe(false, false, now)).isEmpty();
        assertThat(camera.observe(true, false, now)).isEmpty();
        pass(HeldFact.HOLD.minusNanos(1));
        assertThat(camera.observe(false, false, now)).isEmpty();
    }

    @Test
    void theFirstViewerAndTheLastAreReportedAndAReloadedPageIsNot() {
        assertThat(camera.observe(true, true, now)).containsExactly(EventType.CAMERA_BACK, EventType.FIRST_VIEWER);
        pass(Duration.ofSeconds(3));
        assertThat(camera.observe(true, false, now)).isEmpty();
        assertThat(camera.observe(true, true, now)).isEmpty();
        pass(HeldFact.HOLD);
        assertThat(camera.observe(true, false, now)).containsExactly(EventType.LAST_VIEWER);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
