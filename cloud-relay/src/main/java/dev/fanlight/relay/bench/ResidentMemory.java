package dev.fanlight.relay.bench;

import dev.fanlight.relay.bench.process.ProcessMeter;
import java.util.OptionalLong;

/**
 * Resident set size of a relay. Immutable.
 *
 * @param before bytes before the first viewer joined
 * @param now bytes with the viewers
 */
public record ResidentMemory(OptionalLong before, OptionalLong now) {

    /** Of a relay whose process is not known. */
    public static final ResidentMemory UNKNOWN = new ResidentMemory(OptionalLong.empty(), OptionalLong.empty());

    /** Of this process, before the first viewer has joined. */
    static ResidentMemory of(ProcessMeter relay) {
        OptionalLong bytes = relay.residentBytes();
        return new ResidentMemory(bytes, bytes);
    }

    /** The same with the current value of that process. */
    ResidentMemory at(ProcessMeter relay) {
        return new ResidentMemory(before, relay.residentBytes());
    }

    /**
     * Growth per viewer, bytes. Includes what the JVM has compiled meanwhile; may be negative if the heap shrank.
     */
    public OptionalLong bytesPerViewer(int viewers) {
        return before.isEmpty() || now.isEmpty() || viewers == 0
                ? OptionalLong.empty()
                : OptionalLong.of((now.getAsLong() - before.getAsLong()) / viewers);
    }
}
