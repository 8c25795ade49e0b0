package dev.fanlight.relay.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.stream.TestFrame;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }

    private static HealthSample sample(long time) {
        return new HealthSample(time, 0, 0, 0, 0, OptionalDouble.empty(), 0, 0, 0, 0, OptionalLong.empty());
    }

    @Test
    void historyKeepsTheNewestSamplesOfAnHour() {
        HealthHistory history = new HealthHistory();
        for (int i = 0; i < HealthHistory.MAX_SAMPLES + 5; i++) {
            history.add(sample(i));
        }
        assertThat(history.samples()).hasSize(HealthHistory.MAX_SAMPLES);
        assertThat(history.samples().get(0).timeMillis()).isEqualTo(5);
        assertThat(history.samples().get(HealthHistory.MAX_SAMPLES - 1).timeMillis())
                .isEqualTo(HealthHistory.MAX_SAMPLES + 4);
    }

    @Test
    void bitRateIsThatOfTheLastWholeSeconds() {
        RecentBytes recent = new RecentBytes(seconds(-3));
        for (long second = -3; second < 10; second++) {
            recent.add(1000, seconds(second));
        }
        assertThat(recent.bitRate(seconds(10))).isEqualTo(8000);
    }

    @Test
    void bitRateOfAStreamThatHasEndedFallsToZero() {
        RecentBytes recent = new RecentBytes(0);
        recent.add(1000, 0);
        assertThat(recent.bitRate(seconds(1))).isEqualTo(1000 * 8 / RecentBytes.SECONDS);
        assertThat(recent.bitRate(seconds(RecentBytes.SECONDS + 1))).isZero();
        assertThat(recent.bitRate(seconds(1_000_000))).isZero();
    }

    @Test
    void whatGoesOutIsWhatArrivesForEachViewer() {
        LongAdder in = new LongAdder();
        LongAdder out = new LongAdder();
        StreamTraffic traffic = new StreamTraffic(in, out, new RecentBytes(0));
        traffic.onFrame(TestFrame.video(0, true, 100).at(0));
        traffic.onViewers(3);
        traffic.onFrame(TestFrame.video(1, false, 100).at(0));
        traffic.onFrame(TestFrame.sound(1, 0, 10).at(0));
        traffic.onEnd();
        assertThat(in.sum()).isEqualTo(210);
        assertThat(out.sum()).isEqualTo(330);
        assertThat(traffic.bitRate(seconds(1))).isEqualTo(210 * 8 / RecentBytes.SECONDS);
    }
}
