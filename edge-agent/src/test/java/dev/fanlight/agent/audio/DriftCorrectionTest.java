package dev.fanlight.agent.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A sound card that is simulated: samples by its own clock, read by a thread that comes late at random. */
class DriftCorrectionTest {

    private static final long START = 1_700_000_000_000_000L;
    private static final int CHUNK = 480;
    private static final long HALF_HOUR = 1800L * AudioEncoder.SAMPLE_RATE;

    private final DriftCorrection drift = DriftCorrection.forDevice();

    private long clockAt(long deviceSamples, double ppm) {
        return START + Math.round(deviceSamples * 1e6 / AudioEncoder.SAMPLE_RATE / (1 + ppm / 1e6));
    }

    /** Returns the largest difference between counted time and the time at which the sample was really taken, µs. */
    private long largestError(double ppm, long samples, int mostLateMicros) {
        Random lateness = new Random(42);
        long largest = 0;
        for (long taken = 0; taken < samples; taken += CHUNK) {
            long truth = clockAt(taken, ppm);
            int more = drift.correct(truth + (mostLateMicros == 0 ? 0 : lateness.nextInt(mostLateMicros)), CHUNK);
            largest = Math.max(largest, Math.abs(drift.micros() - truth));
            drift.produced(CHUNK + more);
        }
        return largest;
    }

    @Test
    void aCardThatIsFastBy200PpmStaysWithin40MsForHalfAnHour() {
        assertThat(largestError(200, HALF_HOUR, 15_000)).isLessThan(40_000);
        assertThat(drift.jumps()).isZero();
    }

    @Test
    void aCardThatIsSlowBy200PpmStaysWithin40MsForHalfAnHour() {
        assertThat(largestError(-200, HALF_HOUR, 15_000)).isLessThan(40_000);
        assertThat(drift.jumps()).isZero();
    }

    @Test
    void withoutCorrectionItWouldBeATenthOfASecondAndMore() {
        assertThat(clockAt(HALF_HOUR, 0) - clockAt(HALF_HOUR, 200)).isGreaterThan(300_000);
    }

    @Test
    void theRateNeverChangesByMoreThanOneInAThousand() {
        long start = START;
        drift.correct(start, CHUNK);
        int total = 0;
        for (int i = 0; i < 100; i++) {
            drift.produced(CHUNK);
            start += 10_000;
            total += drift.correct(start - 39_000, CHUNK);
        }
        assertThat(total).isNegative().isGreaterThanOrEqualTo(-100 * CHUNK / 1000);
    }

    @Test
    void aReaderThatStallsDoesNotMoveTheSound() {
        drift.correct(START, CHUNK);
        drift.produced(CHUNK);
        for (int i = 1; i < 1000; i++) {
            boolean stalled = i % 100 < 20;
            long truth = START + i * 10_000L;
            drift.correct(stalled ? truth + 200_000 : truth, CHUNK);
            drift.produced(CHUNK);
        }
        assertThat(drift.jumps()).isZero();
    }

    @Test
    void soundThatIsMissingForGoodBeginsAtANewTime() {
        drift.correct(START, CHUNK);
        long missing = 500_000;
        for (int i = 1; i < 300; i++) {
            drift.produced(CHUNK);
            drift.correct(START + missing + i * 10_000L, CHUNK);
        }
        assertThat(drift.jumps()).isEqualTo(1);
        assertThat(drift.micros()).isEqualTo(START + missing + 299 * 10_000L);
    }

    @Test
    void aStreamThatJumpsBeginsAtANewTimeAtOnce() {
        DriftCorrection stream = DriftCorrection.forStream();
        stream.correct(START, CHUNK);
        stream.produced(CHUNK);
        stream.correct(START + 1_000_000, CHUNK);
        assertThat(stream.micros()).isEqualTo(START + 1_000_000);
        assertThat(stream.jumps()).isEqualTo(1);
    }
}
