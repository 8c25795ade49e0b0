package dev.fanlight.relay.bench;

import dev.fanlight.relay.bench.process.ProcessMeter;
import java.util.OptionalLong;

/**
 * What a relay keeps in memory (resident set). Immutable.
 *
 * @param before bytes before the bench's viewers came
 * @param now bytes with them
 */
public record ResidentMemory(OptionalLong before, OptionalLong now) {

    /** Of a relay that cannot be looked into. */
    public static final ResidentMemory UNKNOWN = new ResidentMemory(OptionalLong.empty(), OptionalLong.empty());

    /** Of that process, to which none of the bench's viewers has come yet. */
    static ResidentMemory of(ProcessMeter relay) {
        OptionalLong bytes = relay.residentBytes();
        return new ResidentMemory(bytes, bytes);
    }

    /** Of the same process, now. */
    ResidentMemory at(ProcessMeter relay) {
        return new ResidentMemory(before, relay.residentBytes());
    }

    /**
     * Bytes that have come with so many viewers, for each of them; what the relay has compiled meanwhile counts too, and a heap that
     * shrinks counts against it.
     */
    public OptionalLong bytesEach(int viewers) {
        return before.isEmpty() || now.isEmpty() || viewers == 0
                ? OptionalLong.empty()
                : OptionalLong.of((now.getAsLong() - before.getAsLong()) / viewers);
    }
}
