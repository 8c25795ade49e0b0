package dev.fanlight.relay.bench;

import dev.fanlight.relay.bench.crowd.JoinRefusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of a run. Immutable.
 *
 * @param steps as they were measured
 * @param refusal why the run ended before its last step, if it did
 */
public record BenchResult(List<LoadStep> steps, Optional<JoinRefusal> refusal) {

    /** Keeps a copy. */
    public BenchResult {
        steps = List.copyOf(steps);
    }

    /** The largest number of viewers for which that and every smaller step {@link LoadStep#holds()}; empty if the first does not. */
    public OptionalInt held() {
        return steps.stream()
                .takeWhile(LoadStep::holds)
                .mapToInt(LoadStep::viewers)
                .max();
    }

    /** Whether every measured step holds. */
    public boolean isAllHeld() {
        return steps.stream().allMatch(LoadStep::holds);
    }
}
