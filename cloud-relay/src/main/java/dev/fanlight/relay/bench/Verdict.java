package dev.fanlight.relay.bench;

import dev.fanlight.relay.bench.crowd.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a whole ladder came to. Immutable.
 *
 * @param rungs as they were measured
 * @param refusal why the ladder ended before its last rung
 */
public record Verdict(List<Rung> rungs, Optional<Refusal> refusal) {

    /** Keeps a copy. */
    public Verdict {
        rungs = List.copyOf(rungs);
    }

    /** The largest number of viewers that {@link Rung#holds()}, as did all before it; none when the first did not. */
    public OptionalInt held() {
        return rungs.stream().takeWhile(Rung::holds).mapToInt(Rung::viewers).max();
    }

    /** Whether everything that was measured was held. */
    public boolean isAllHeld() {
        return rungs.stream().allMatch(Rung::holds);
    }
}
