package dev.fanlight.relay.bench;

import dev.fanlight.relay.bench.crowd.JoinOutcome;
import dev.fanlight.relay.bench.crowd.Tally;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one number of viewers came to. Immutable; the tally is not to be added to any more.
 *
 * @param joining how they were let in
 * @param window how long was measured
 * @param tally what they saw in the window
 * @param goneBefore how many were sent away since the window before, or since they came
 * @param cpu what the relay used meanwhile, if that is known
 * @param load what camera and viewers used meanwhile: near one CPU an event loop, they are the limit and not the relay
 * @param memory of the relay at the end
 */
public record LoadStep(
        JoinOutcome joining,
        Duration window,
        Tally tally,
        long goneBefore,
        Optional<Duration> cpu,
        Duration load,
        ResidentMemory memory) {

    /** Delivery that counts as live, µs. */
    public static final long LIVE_MICROS = 100_000;

    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double GIGA = 1e9;
    private static final double MEGA = 1e6;
    private static final double NANOS = 1e9;
    private static final int BITS = 8;

    /** How many had been let in. */
    public int viewers() {
        return joining.watching();
    }

    /** Media messages delivered, Mbit/s. */
    public double megabits() {
        return tally.bytes() * BITS / MEGA / seconds(window);
    }

    /** How many were sent away since they had come. */
    public long gone() {
        return goneBefore + tally.gone();
    }

    /** Whether any picture came in the window: without one there is no delay to speak of. */
    public boolean hasPictures() {
        return tally.delays().total() > 0;
    }

    /** Half of all pictures were not older when they arrived, µs. */
    public long p50Micros() {
        return tally.delays().percentile(P50);
    }

    /** 99 of 100 pictures were not older when they arrived, µs. */
    public long p99Micros() {
        return tally.delays().percentile(P99);
    }

    /** Part of one CPU that the relay used; 1.0 is a whole one. */
    public OptionalDouble cpuShare() {
        return cpu.map(used -> OptionalDouble.of(seconds(used) / seconds(window)))
                .orElse(OptionalDouble.empty());
    }

    /** Part of one CPU that camera and viewers used. */
    public double loadShare() {
        return seconds(load) / seconds(window);
    }

    /** Seconds of CPU for each 10^9 bytes delivered. */
    public OptionalDouble cpuSecondsPerGigabyte() {
        return tally.bytes() == 0 || cpu.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(seconds(cpu.get()) * GIGA / tally.bytes());
    }

    /** Whether all viewers got everything, and nearly always in time. */
    public boolean holds() {
        return hasPictures()
                && p99Micros() < LIVE_MICROS
                && tally.lost() == 0
                && tally.damaged() == 0
                && gone() == 0
                && tally.behind() == 0;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
