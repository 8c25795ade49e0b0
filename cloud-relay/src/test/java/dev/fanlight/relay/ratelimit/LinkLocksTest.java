package dev.fanlight.relay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinkLocksTest {

    private final TestClock clock = new TestClock();
    private final LinkLocks locks = new LinkLocks(clock);

    @Test
    void aHundredFailuresAreBornAndOneMoreLocks() {
        for (int i = 0; i < LinkLocks.FAILURES_PER_HOUR; i++) {
            assertThat(locks.failed("link")).isFalse();
            assertThat(locks.locked("link")).isEmpty();
        }
        assertThat(locks.failed("link")).isTrue();
        assertThat(locks.locked("link")).hasValue(LinkLocks.LOCKED);
        assertThat(locks.locked("other")).isEmpty();
    }

    @Test
    void theLockEndsAfterAQuarterOfAnHour() {
        for (int i = 0; i <= LinkLocks.FAILURES_PER_HOUR; i++) {
            locks.failed("link");
        }
        clock.turn(LinkLocks.LOCKED.minusSeconds(1));
        assertThat(locks.locked("link")).hasValue(Duration.ofSeconds(1));
        clock.turn(Duration.ofSeconds(1));
        assertThat(locks.locked("link")).isEmpty();
        assertThat(locks.failed("link")).isFalse();
    }
}
