package dev.fanlight.relay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.bench.crowd.JoinOutcome;
import dev.fanlight.relay.bench.crowd.JoinRefusal;
import dev.fanlight.relay.bench.crowd.Tally;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchResultTest {

    private static final long NONE = 0;

    private static LoadStep step(int viewers, long disconnectedBefore) {
        Tally tally = new Tally();
        tally.delays().record(1_000);
        return new LoadStep(
                new JoinOutcome(viewers, viewers, Duration.ofSeconds(1), Optional.empty()),
                Duration.ofSeconds(1),
                tally,
                disconnectedBefore,
                Optional.empty(),
                Duration.ZERO,
                ResidentMemory.UNKNOWN);
    }

    private static BenchResult of(LoadStep... steps) {
        return new BenchResult(Arrays.asList(steps), Optional.empty());
    }

    @Test
    void whatFailedBelowIsNotHeldAbove() {
        BenchResult result = of(step(100, NONE), step(500, 3), step(1_000, NONE));
        assertThat(result.held()).hasValue(100);
        assertThat(result.isAllHeld()).isFalse();
    }

    @Test
    void disconnectionsBetweenWindowsCountToo() {
        assertThat(step(100, 1).disconnected()).isEqualTo(1);
        assertThat(of(step(100, 1)).held()).isEmpty();
    }

    @Test
    void refusalAfterwardsLeavesOpenHowManyMoreThereCouldBe() {
        BenchResult result = new BenchResult(List.of(step(100, NONE)), Optional.of(JoinRefusal.timeout(100)));
        assertThat(result.held()).hasValue(100);
        assertThat(result.isAllHeld()).isTrue();
    }

    @Test
    void stepWithoutAUnitIsNotHeld() {
        LoadStep silent = new LoadStep(
                new JoinOutcome(1, 1, Duration.ZERO, Optional.empty()),
                Duration.ofSeconds(1),
                new Tally(),
                NONE,
                Optional.empty(),
                Duration.ZERO,
                ResidentMemory.UNKNOWN);
        assertThat(silent.hasUnits()).isFalse();
        assertThat(of(silent).held()).isEmpty();
    }
}
