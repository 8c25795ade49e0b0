package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.uplink.socket.SocketEnd;
import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import dev.fanlight.protocol.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to reconnect: after a random 10–100 % of each step, so that agents that lost the same
 * relay reconnect one after the other; only a relay that does not accept this device, or has a newer connection of it, ends it
 * ({@code docs/protocol.md} §5). Decides only; the caller waits. One thread.
 */
final class ReconnectPolicy {

    /** A connection that lasted so long makes the next wait the first one again. */
    static final Duration GOOD_CONNECTION = Duration.ofSeconds(10);

    /** The part of a step that is waited at least. */
    static final double LEAST_SHARE = 0.1;

    /** Longest wait that a relay can ask for. */
    static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(5);

    private static final Map<CloseReason, GiveUpReason> FINAL =
            Map.of(CloseReason.NOT_AUTHENTIC, GiveUpReason.NOT_AUTHENTIC, CloseReason.REPLACED, GiveUpReason.REPLACED);

    /** What to do next. */
    sealed interface Decision {

        /** Reconnect after {@code delay}. */
        record Wait(Duration delay) implements Decision {}

        /** Do not reconnect. */
        record GiveUp(GiveUpReason reason) implements Decision {}
    }

    private final List<Duration> steps;
    private final RandomGenerator random;

    /** {@code steps} are the longest waits before each attempt; the last one repeats. */
    ReconnectPolicy(List<Duration> steps, RandomGenerator random) {
        this.steps = steps;
        this.random = random;
    }

    /**
     * The decision after an attempt without a connection: a certificate of another authority is final, anything else may be
     * temporary.
     */
    Decision afterFailure(int attempt, Throwable failure) {
        boolean stranger = failure instanceof UplinkException uplink && uplink.problem() == Problem.WRONG_PIN;
        return stranger ? new Decision.GiveUp(GiveUpReason.WRONG_RELAY) : next(attempt, SocketEnd.LOST);
    }

    /**
     * The decision after an end.
     *
     * @param attempt how many tries there were since the last good connection, from 0
     */
    Decision next(int attempt, SocketEnd end) {
        Optional<GiveUpReason> last = end.reason().map(FINAL::get);
        if (last.isPresent()) {
            return new Decision.GiveUp(last.get());
        }
        long backoff = jittered(steps.get(Math.min(attempt, steps.size() - 1)).toMillis());
        long asked = end.retryAfter().map(Duration::toMillis).orElse(0L);
        long bounded = Math.min(asked, MAX_RETRY_AFTER.toMillis());
        return new Decision.Wait(Duration.ofMillis(Math.max(bounded, backoff)));
    }

    private long jittered(long millis) {
        return Math.round(millis * (LEAST_SHARE + random.nextDouble() * (1 - LEAST_SHARE)));
    }
}
