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

    /** The largest number of viewers that {@link Rung#holds()}, if any did. */
    public OptionalInt held() {
        return rungs.stream().filter(Rung::holds).mapToInt(Rung::viewers).max();
    }

    /** Whether the most that was tried was held, so that more might be. */
    public boolean isTopHeld() {
        return refusal.isEmpty()
                && !rungs.isEmpty()
                && rungs.get(rungs.size() - 1).holds();
    }
}
