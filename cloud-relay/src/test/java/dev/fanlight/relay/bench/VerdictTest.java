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

class VerdictTest {

    private static final long NOBODY = 0;

    private static LoadStep rung(int viewers, long goneBefore) {
        Tally tally = new Tally();
        tally.delays().record(1_000);
        return new LoadStep(
                new JoinOutcome(viewers, viewers, Duration.ofSeconds(1), Optional.empty()),
                Duration.ofSeconds(1),
                tally,
                goneBefore,
                Optional.empty(),
                Duration.ZERO,
                ResidentMemory.UNKNOWN);
    }

    private static Verdict of(LoadStep... rungs) {
        return new Verdict(Arrays.asList(rungs), Optional.empty());
    }

    @Test
    void whatFailedBelowIsNotHeldAbove() {
        Verdict verdict = of(rung(100, NOBODY), rung(500, 3), rung(1_000, NOBODY));
        assertThat(verdict.held()).hasValue(100);
        assertThat(verdict.isAllHeld()).isFalse();
    }

    @Test
    void whoLeftBeforeTheWindowIsGoneToo() {
        assertThat(rung(100, 1).gone()).isEqualTo(1);
        assertThat(of(rung(100, 1)).held()).isEmpty();
    }

    @Test
    void refusalAfterwardsLeavesOpenHowManyMoreThereCouldBe() {
        Verdict verdict = new Verdict(List.of(rung(100, NOBODY)), Optional.of(JoinRefusal.timeout(100)));
        assertThat(verdict.held()).hasValue(100);
        assertThat(verdict.isAllHeld()).isTrue();
    }

    @Test
    void rungWithoutAPictureIsNotHeld() {
        LoadStep silent = new LoadStep(
                new JoinOutcome(1, 1, Duration.ZERO, Optional.empty()),
                Duration.ofSeconds(1),
                new Tally(),
                NOBODY,
                Optional.empty(),
                Duration.ZERO,
                ResidentMemory.UNKNOWN);
        assertThat(silent.hasPictures()).isFalse();
        assertThat(of(silent).held()).isEmpty();
    }
}
