package dev.fanlight.relay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressLimitsTest {

    private static final AddressKey ONE = new AddressKey(false, 1);
    private static final AddressKey OTHER = new AddressKey(false, 2);

    private final TestClock clock = new TestClock();
    private final AddressLimits limits = new AddressLimits(clock, 20, 10);

    @ParameterizedTest
    @CsvSource({"SOCKET, 30", "FAILED_PASSWORD, 1", "FAILED_CREDENTIALS, 10", "JOIN, 10", "REQUEST, 60"})
    void soManyAreAllowedAtOnce(LimitedAction kind, int allowed) {
        assertThat(takeAll(kind)).isEqualTo(allowed);
    }

    /** What was there at the start, and what has flowed in. */
    @ParameterizedTest
    @CsvSource({"SOCKET, 1230", "FAILED_PASSWORD, 40", "FAILED_CREDENTIALS, 120", "JOIN, 610"})
    void soManyAreAllowedInTheFirstHour(LimitedAction kind, int allowed) {
        int taken = 0;
        for (int second = 0; second <= 3600; second++) {
            taken += takeAll(kind);
            clock.turn(Duration.ofSeconds(1));
        }
        assertThat(taken).isBetween(allowed - 1, allowed);
    }

    @Test
    void oneAddressDoesNotCostAnother() {
        takeAll(LimitedAction.JOIN);
        assertThat(limits.take(LimitedAction.JOIN, OTHER)).isEmpty();
    }

    @Test
    void oneKindDoesNotCostAnother() {
        takeAll(LimitedAction.JOIN);
        assertThat(limits.take(LimitedAction.FAILED_CREDENTIALS, ONE)).isEmpty();
    }

    @Test
    void theWaitThatIsReportedIsEnough() {
        takeAll(LimitedAction.JOIN);
        Duration wait = limits.take(LimitedAction.JOIN, ONE).orElseThrow();
        assertThat(wait).isEqualTo(Duration.ofSeconds(6));
        clock.turn(wait);
        assertThat(limits.take(LimitedAction.JOIN, ONE)).isEmpty();
    }

    @Test
    void lookingCountsNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(limits.blocked(LimitedAction.FAILED_CREDENTIALS, ONE)).isEmpty();
        }
        assertThat(limits.size()).isZero();
        takeAll(LimitedAction.FAILED_CREDENTIALS);
        assertThat(limits.blocked(LimitedAction.FAILED_CREDENTIALS, ONE)).isPresent();
    }

    @Test
    void asManyAddressesAsThereAreFitIntoABoundedMemory() {
        for (int i = 0; i < AddressLimits.MAX_KEYS + 5_000; i++) {
            limits.take(LimitedAction.SOCKET, new AddressKey(true, i));
        }
        assertThat(limits.size()).isEqualTo(AddressLimits.MAX_KEYS);
    }

    @Test
    void whoStaysAwayForADayIsForgotten() {
        limits.take(LimitedAction.SOCKET, ONE);
        clock.turn(Duration.ofHours(25));
        assertThat(limits.size()).isZero();
    }

    private int takeAll(LimitedAction kind) {
        int taken = 0;
        while (limits.take(kind, ONE).isEmpty()) {
            taken++;
        }
        return taken;
    }
}
