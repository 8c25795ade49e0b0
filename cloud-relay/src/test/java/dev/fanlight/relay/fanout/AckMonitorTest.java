package dev.fanlight.relay.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AckMonitorTest {

    private final AckMonitor acks = new AckMonitor();
    private long now = Duration.ofHours(1).toNanos();
    private long sequence;

    @Test
    void viewerThatNeverAcknowledgesIsNeverJudged() {
        acks.sent(1, now);
        pass(Duration.ofMinutes(1));
        assertThat(acks.isDegraded(now)).isFalse();
        assertThat(acks.isGone(now)).isFalse();
        assertThat(acks.isInTime(now)).isTrue();
    }

    @Test
    void singleLateAcknowledgementProvesNothing() {
        acknowledge(10);
        acknowledge(900);
        pass(Duration.ofSeconds(1));
        assertThat(acks.isDegraded(now)).isFalse();
        acknowledge(1_000);
        assertThat(acks.isDegraded(now)).isTrue();
    }

    @Test
    void whatIsAcknowledgedAgainIsNotLateForThat() {
        acknowledge(10);
        long arrived = now - 10;
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(5));
            acks.acknowledged(sequence, arrived, now, 0);
        }
        assertThat(acks.isDegraded(now)).isFalse();
        assertThat(acks.isInTime(now)).isTrue();
    }

    @Test
    void viewerThatAcknowledgesEveryFiveSecondsIsNotSilent() {
        for (int i = 0; i < 3; i++) {
            acknowledge(10);
            acks.sent(++sequence, now);
            pass(Duration.ofSeconds(5));
            assertThat(acks.isDegraded(now)).isFalse();
            assertThat(acks.isInTime(now)).isTrue();
        }
    }

    @Test
    void distantViewerIsNotLate() {
        for (int i = 0; i < 10; i++) {
            acknowledge(1_200);
            pass(Duration.ofSeconds(5));
        }
        assertThat(acks.isDegraded(now)).isFalse();
        assertThat(acks.isInTime(now)).isTrue();
    }

    @Test
    void viewerThatCatchesUpIsNotDegraded() {
        acknowledge(10);
        for (int late = 3_000; late > 600; late -= 60) {
            acknowledge(late);
            pass(Duration.ofMillis(100));
            assertThat(acks.isDegraded(now)).isFalse();
        }
    }

    @Test
    void whatCameBeforeAStepIsNotJudgedAfterIt() {
        acknowledge(10);
        acks.judgeFrom(now);
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMillis(100));
            acknowledge(1_500 + 100 * i);
        }
        assertThat(acks.isDegraded(now)).isFalse();
    }

    @Test
    void silenceIsAProblemAndInTheEndTheEnd() {
        acknowledge(10);
        acks.sent(++sequence, now);
        pass(AckMonitor.SILENT.plusMillis(1));
        assertThat(acks.isDegraded(now)).isTrue();
        assertThat(acks.isGone(now)).isFalse();
        pass(AckMonitor.GONE);
        assertThat(acks.isGone(now)).isTrue();
    }

    @Test
    void whatTheLoopItselfIsLateIsNotTheViewersLateness() {
        acknowledge(10);
        for (int i = 0; i < 10; i++) {
            acknowledge(900, Duration.ofMillis(500));
            pass(Duration.ofSeconds(1));
        }
        assertThat(acks.isDegraded(now)).isFalse();
        acknowledge(1_300, Duration.ofMillis(500));
        pass(Duration.ofSeconds(1));
        acknowledge(1_300, Duration.ofMillis(500));
        assertThat(acks.isDegraded(now)).isTrue();
    }

    private void acknowledge(long delayMillis) {
        acknowledge(delayMillis, Duration.ZERO);
    }

    private void acknowledge(long delayMillis, Duration lag) {
        acks.sent(++sequence, now);
        acks.acknowledged(sequence, now - Duration.ofMillis(delayMillis).toNanos(), now, lag.toNanos());
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
