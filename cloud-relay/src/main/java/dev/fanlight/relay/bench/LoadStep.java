package dev.fanlight.relay.bench;

import dev.fanlight.relay.bench.crowd.JoinOutcome;
import dev.fanlight.relay.bench.crowd.Tally;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The measurement of one number of viewers. Immutable; the tally must not change any more.
 *
 * @param joining how the new viewers joined
 * @param window how long the measurement took
 * @param tally what the viewers received in the window
 * @param disconnectedBefore viewers that the relay disconnected between the previous window and this one
 * @param cpu CPU time that the relay used in the window, if known
 * @param load CPU time that camera and viewers used: near one CPU per event loop, they are the bottleneck and not the relay
 * @param memory of the relay at the end of the window
 */
public record LoadStep(
        JoinOutcome joining,
        Duration window,
        Tally tally,
        long disconnectedBefore,
        Optional<Duration> cpu,
        Duration load,
        ResidentMemory memory) {

    /** The largest 99th percentile of the delay that counts as live, µs. */
    public static final long LIVE_MICROS = 100_000;

    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double GIGA = 1e9;
    private static final double MEGA = 1e6;
    private static final double NANOS = 1e9;
    private static final int BITS = 8;

    /** Number of viewers. */
    public int viewers() {
        return joining.watching();
    }

    /** Media messages delivered, Mbit/s. */
    public double megabits() {
        return tally.bytes() * BITS / MEGA / seconds(window);
    }

    /** How many viewers the relay disconnected since the previous window. */
    public long disconnected() {
        return disconnectedBefore + tally.disconnected();
    }

    /** Whether any unit arrived in the window; without one there is no delay. */
    public boolean hasUnits() {
        return tally.delays().total() > 0;
    }

    /** Median delay from capture to arrival, µs. */
    public long p50Micros() {
        return tally.delays().percentile(P50);
    }

    /** 99th percentile of the delay from capture to arrival, µs. */
    public long p99Micros() {
        return tally.delays().percentile(P99);
    }

    /** CPU use of the relay; 1.0 is one CPU. */
    public OptionalDouble cpuShare() {
        return cpu.map(used -> OptionalDouble.of(seconds(used) / seconds(window)))
                .orElse(OptionalDouble.empty());
    }

    /** CPU use of camera and viewers; 1.0 is one CPU. */
    public double loadShare() {
        return seconds(load) / seconds(window);
    }

    /** CPU seconds of the relay per 10⁹ bytes delivered. */
    public OptionalDouble cpuSecondsPerGigabyte() {
        return tally.bytes() == 0 || cpu.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(seconds(cpu.get()) * GIGA / tally.bytes());
    }

    /** Whether all viewers received everything, with a 99th percentile below {@link #LIVE_MICROS}. */
    public boolean holds() {
        return hasUnits()
                && p99Micros() < LIVE_MICROS
                && tally.lost() == 0
                && tally.damaged() == 0
                && disconnected() == 0
                && tally.behind() == 0;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
