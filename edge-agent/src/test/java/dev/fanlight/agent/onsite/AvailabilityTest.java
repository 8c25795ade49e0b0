package dev.fanlight.agent.onsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.config.RunSettings;
import dev.fanlight.agent.config.WeeklyHours;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.media.CameraPause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailabilityTest {

    private static final Instant SUNDAY = Instant.parse("2026-03-08T12:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-03-09T08:00:00Z");

    @TempDir
    private Path folder;

    private Instant now = SUNDAY;

    private Availability availability(RunMode mode) {
        RunSettings run = new RunSettings(
                mode, Duration.ZERO, Duration.ZERO, WeeklyHours.PARSER.parse("mon-fri 08:00-18:00"), ZoneOffset.UTC);
        return new Availability(List.of(new PauseFile(folder), new PauseFile(folder.resolve("front"))), run, () -> now);
    }

    @Test
    void aScheduledCameraIsOffOutsideItsHoursAndSaysWhenTheyBegin() {
        Availability availability = availability(RunMode.SCHEDULE);
        assertThat(availability.pause()).contains(CameraPause.until(MONDAY.toEpochMilli() * 1000));
        now = MONDAY;
        assertThat(availability.pause()).isEmpty();
    }

    @Test
    void hoursMeanNothingToOtherCameras() {
        assertThat(availability(RunMode.ON_DEMAND).pause()).isEmpty();
    }

    @Test
    void aPauseOfAllCamerasAndOneOfThisCameraCount() {
        Availability availability = availability(RunMode.ON_DEMAND);
        new PauseFile(folder).pause("painting");
        assertThat(availability.pause()).contains(CameraPause.byPeople("painting"));
        new PauseFile(folder).resume();
        new PauseFile(folder.resolve("front")).pause("");
        assertThat(availability.pause()).contains(CameraPause.byPeople(""));
    }
}
