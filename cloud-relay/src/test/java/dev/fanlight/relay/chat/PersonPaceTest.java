package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PersonPaceTest {

    private long now;
    private final PersonPace pace = new PersonPace(() -> now);

    @Test
    void threeLinesInFourSecondsAndTheWaitIsTold() {
        for (int i = 0; i < 3; i++) {
            assertThat(pace.waitToTalk()).isEmpty();
        }
        assertThat(pace.waitToTalk()).contains(Duration.ofMillis(1_334));
        pass(Duration.ofMillis(1_334));
        assertThat(pace.waitToTalk()).isEmpty();
        assertThat(pace.waitToTalk()).isPresent();
    }

    @Test
    void oneRenameInTenSeconds() {
        assertThat(pace.waitToRename()).isEmpty();
        assertThat(pace.waitToRename()).contains(Duration.ofSeconds(10));
    }

    @Test
    void slowModeCountsFromTheLastLine() {
        assertThat(pace.waitInSlowMode(Duration.ofSeconds(30))).isEmpty();
        pace.spoke();
        pass(Duration.ofSeconds(10));
        assertThat(pace.waitInSlowMode(Duration.ofSeconds(30))).contains(Duration.ofSeconds(20));
        pass(Duration.ofSeconds(20));
        assertThat(pace.waitInSlowMode(Duration.ofSeconds(30))).isEmpty();
    }

    @Test
    void thirdOffenceWithinAMinuteIsAMinuteOfSilence() {
        assertThat(pace.offences().add()).isFalse();
        pass(Duration.ofSeconds(59));
        assertThat(pace.offences().add()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(pace.offences().add()).as("the first is a minute old").isFalse();
        assertThat(pace.offences().silence()).isEmpty();
        assertThat(pace.offences().add()).isTrue();
        assertThat(pace.offences().silence()).contains(Duration.ofSeconds(60));
        pass(Duration.ofSeconds(60));
        assertThat(pace.offences().silence()).isEmpty();
    }

    @Test
    void silenceIsForgiven() {
        for (int i = 0; i < SpamGuard.LIMIT; i++) {
            pace.offences().add();
        }
        pace.offences().forgive();
        assertThat(pace.offences().silence()).isEmpty();
        assertThat(pace.offences().add()).isFalse();
    }

    @Test
    void roomTakesFiftyLinesInAnySecond() {
        RoomPace room = new RoomPace(() -> now);
        for (int i = 0; i < RoomPace.LINES; i++) {
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
