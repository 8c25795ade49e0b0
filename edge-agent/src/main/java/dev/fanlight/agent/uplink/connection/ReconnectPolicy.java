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
 * When to reconnect ({@code docs/protocol.md} §5). While nothing answers: after up to 200 ms, then every second for a minute, every 5 s
 * for four more, and every 20 s for ever; all of it wider if the relay has so many peers that it asked for a spread. A relay that answers
 * and refuses is given more time: a random 10–100 % of 200 ms, 1 s, 6 s, 12 s and then 20 s. Only a relay that does not accept this
 * device, or has a newer connection of it, ends it. Decides only; the caller waits. One thread.
 */
final class ReconnectPolicy {

    /** A connection that lasted so long makes the next wait the first one again. */
    static final Duration GOOD_CONNECTION = Duration.ofSeconds(10);

    /** The longest first wait. */
    static final Duration FIRST = Duration.ofMillis(200);

    /** The longest wait before each try at a relay that refuses; the last one repeats. */
    static final List<Duration> STEPS = List.of(
            FIRST, Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(12), Duration.ofSeconds(20));

    /** The widest spread that is believed. */
    static final Duration MAX_SPREAD = Duration.ofMinutes(2);

    /** The part of a random wait that is waited at least. */
    static final double LEAST_SHARE = 0.1;

    /** How far the interval between tries varies, so that peers do not stay synchronized. */
    static final double VARIATION = 0.1;

    private static final int TRIES_EVERY_SECOND = 60;
    private static final int TRIES_EVERY_5_SECONDS = TRIES_EVERY_SECOND + 48;

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

    private final RandomGenerator random;
    private Duration spread = Duration.ZERO;

    ReconnectPolicy(RandomGenerator random) {
        this.random = random;
    }

    /** Takes over what time the relay wants its peers to spread their tries; zero for no spread. */
    void spread(Duration wanted) {
        spread = wanted.compareTo(MAX_SPREAD) < 0 ? wanted : MAX_SPREAD;
    }

    /**
     * The decision after an attempt without a connection: a certificate of another authority is final, anything else may be
     * temporary.
     */
    Decision afterFailure(int attempt, Throwable failure) {
        Optional<Problem> problem =
                failure instanceof UplinkException uplink ? Optional.of(uplink.problem()) : Optional.empty();
        if (problem.equals(Optional.of(Problem.WRONG_PIN))) {
            return new Decision.GiveUp(GiveUpReason.WRONG_RELAY);
        }
        boolean answered = problem.isPresent() && problem.get() != Problem.UNREACHABLE;
        Duration asked = failure instanceof UplinkException uplink ? uplink.retryAfter() : Duration.ZERO;
        return atLeast(asked, answered ? backoff(attempt) : interval(attempt));
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
        boolean refused =
                end.reason().filter(reason -> reason != CloseReason.RESTARTING).isPresent();
        Duration wait = refused ? backoff(attempt) : interval(attempt);
        return atLeast(end.retryAfter().orElse(Duration.ZERO), wait);
    }

    private static Decision atLeast(Duration asked, Duration wait) {
        Duration bounded = bounded(asked);
        return new Decision.Wait(bounded.compareTo(wait) > 0 ? bounded : wait);
    }

    /** A first wait anywhere in the spread, then the spread again and again: so the tries of all peers stay evenly distributed. */
    private Duration interval(int attempt) {
        if (attempt == 0) {
            return random(FIRST.compareTo(spread) > 0 ? FIRST : spread, LEAST_SHARE, 1);
        }
        Duration usual = usualInterval(attempt);
        return random(usual.compareTo(spread) > 0 ? usual : spread, 1 - VARIATION, 1 + VARIATION);
    }

    private static Duration usualInterval(int attempt) {
        if (attempt <= TRIES_EVERY_SECOND) {
            return Duration.ofSeconds(1);
        }
        return attempt <= TRIES_EVERY_5_SECONDS ? Duration.ofSeconds(5) : Duration.ofSeconds(20);
    }

    private Duration backoff(int attempt) {
        return random(STEPS.get(Math.min(attempt, STEPS.size() - 1)), LEAST_SHARE, 1);
    }

    private Duration random(Duration whole, double least, double most) {
        return Duration.ofMillis(Math.round(whole.toMillis() * (least + random.nextDouble() * (most - least))));
    }

    private static Duration bounded(Duration asked) {
        return asked.compareTo(MAX_RETRY_AFTER) < 0 ? asked : MAX_RETRY_AFTER;
    }
}
