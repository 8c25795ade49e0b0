package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PersonLimitsTest {

    private long now;
    private final PersonLimits pace = new PersonLimits(() -> now);

    @Test
    void threeLinesInFourSecondsArePermittedAndTheWaitIsReported() {
        for (int i = 0; i < 3; i++) {
            assertThat(pace.waitToPost()).isEmpty();
        }
        assertThat(pace.waitToPost()).contains(Duration.ofMillis(1_334));
        pass(Duration.ofMillis(1_334));
        assertThat(pace.waitToPost()).isEmpty();
        assertThat(pace.waitToPost()).isPresent();
    }

    @Test
    void oneRenameInTenSeconds() {
        assertThat(pace.waitToRename()).isEmpty();
        assertThat(pace.waitToRename()).contains(Duration.ofSeconds(10));
    }

    @Test
    void slowModeCountsFromTheLastLine() {
        assertThat(pace.waitInSlowMode(Duration.ofSeconds(30))).isEmpty();
        pace.posted();
        pass(Duration.ofSeconds(10));
        assertThat(pace.waitInSlowMode(Duration.ofSeconds(30))).contains(Duration.ofSeconds(20));
        pass(Duration.ofSeconds(20));
        assertThat(pace.waitInSlowMode(Duration.ofSeconds(30))).isEmpty();
    }

    @Test
    void thirdRefusalWithinAMinuteCostsAMinuteOfSilence() {
        assertThat(pace.spamGuard().add()).isFalse();
        pass(Duration.ofSeconds(59));
        assertThat(pace.spamGuard().add()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(pace.spamGuard().add()).as("the first is a minute old").isFalse();
        assertThat(pace.spamGuard().silence()).isEmpty();
        assertThat(pace.spamGuard().add()).isTrue();
        assertThat(pace.spamGuard().silence()).contains(Duration.ofSeconds(60));
        pass(Duration.ofSeconds(60));
        assertThat(pace.spamGuard().silence()).isEmpty();
    }

    @Test
    void silenceIsReset() {
        for (int i = 0; i < SpamGuard.LIMIT; i++) {
            pace.spamGuard().add();
        }
        pace.spamGuard().reset();
        assertThat(pace.spamGuard().silence()).isEmpty();
        assertThat(pace.spamGuard().add()).isFalse();
    }

    @Test
    void roomAcceptsFiftyLinesInAnySecond() {
        RoomRateLimit room = new RoomRateLimit(() -> now);
        for (int i = 0; i < RoomRateLimit.LINES; i++) {
            assertThat(room.take()).isEmpty();
            pass(Duration.ofMillis(10));
        }
        assertThat(room.take()).contains(Duration.ofMillis(500));
        pass(Duration.ofMillis(500));
        assertThat(room.take()).isEmpty();
        assertThat(room.take()).contains(Duration.ofMillis(10));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
