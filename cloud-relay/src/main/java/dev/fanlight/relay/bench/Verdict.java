package dev.fanlight.relay.bench;

import dev.fanlight.relay.bench.crowd.JoinRefusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a whole ladder came to. Immutable.
 *
 * @param rungs as they were measured
 * @param refusal why the ladder ended before its last rung
 */
public record Verdict(List<LoadStep> rungs, Optional<JoinRefusal> refusal) {

    /** Keeps a copy. */
    public Verdict {
        rungs = List.copyOf(rungs);
    }

    /** The largest number of viewers that {@link LoadStep#holds()}, as did all before it; none when the first did not. */
    public OptionalInt held() {
        return rungs.stream()
                .takeWhile(LoadStep::holds)
                .mapToInt(LoadStep::viewers)
                .max();
    }

    /** Whether everything that was measured was held. */
    public boolean isAllHeld() {
        return rungs.stream().allMatch(LoadStep::holds);
    }
}
