package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.uplink.media.MediaSender;
import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.runtime.ClockOffset;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Supervises one socket: requests the time periodically, answers time requests, and closes a socket on which nothing was
 * received for too long, which is not accepted in time, or on which access units are not acknowledged. Event loop only.
 */
final class Heartbeat {

    /** An access unit that is not acknowledged for so long is lost in a connection that hardly works. */
    static final Duration UNACKNOWLEDGED = Duration.ofSeconds(6);

    private final Vertx vertx;
    private final RelaySocket socket;
    private final MediaSender sender;
    private final NanoClock clock;
    private final MediaClock mediaClock;
    private final Duration period;
    private final long silenceNanos;
    private final LongConsumer onFirstOffset;
    private final ClockOffset offset = new ClockOffset();

    // event loop only
    private Optional<Long> timer = Optional.empty();
    private long startedNanos;
    private long receivedNanos;
    private boolean authenticated;
    private boolean asleep;
    private boolean askedLast;

    /**
     * Supervises nothing before {@link #start}.
     *
     * @param period between two time requests
     * @param silence without any bytes from the relay after which the socket is closed
     * @param onFirstOffset gets the relay’s clock minus ours, µs, once
     */
    Heartbeat(
            Vertx vertx,
            RelaySocket socket,
            MediaSender sender,
            NanoClock clock,
            MediaClock mediaClock,
            Duration period,
            Duration silence,
            LongConsumer onFirstOffset) {
        this.vertx = vertx;
        this.socket = socket;
        this.sender = sender;
        this.clock = clock;
        this.mediaClock = mediaClock;
        this.period = period;
        this.silenceNanos = silence.toNanos();
        this.onFirstOffset = onFirstOffset;
    }

    void start() {
        startedNanos = clock.nanoTime();
        receivedNanos = startedNanos;
        timer = Optional.of(vertx.setPeriodic(period.toMillis(), id -> beat()));
    }

    void stop() {
        timer.ifPresent(vertx::cancelTimer);
        timer = Optional.empty();
    }

    /** The camera is off: the time is requested every other time only, for what is transferred may have a price. */
    void asleep(boolean now) {
        asleep = now;
    }

    void signOfLife() {
        receivedNanos = clock.nanoTime();
    }

    void authenticated() {
        authenticated = true;
        ask();
    }

    void answer(TimeRequest question) {
        long now = mediaClock.micros();
        socket.send(new TimeReply(question.t0(), now, now));
    }

    void answered(TimeReply answer) {
        boolean first = offset.best().isEmpty();
        offset.add(answer.t0(), answer.t1(), answer.t2(), mediaClock.micros());
        if (first) {
            offset.best().ifPresent(sample -> onFirstOffset.accept(sample.offsetMicros()));
        }
    }

    private void beat() {
        long now = clock.nanoTime();
        boolean stuck = !authenticated && now - startedNanos > silenceNanos;
        if (now - receivedNanos > silenceNanos || stuck || sender.oldestNanos() > unacknowledgedNanos()) {
            socket.close(CloseReason.TIMEOUT);
        } else if (authenticated && !(asleep && askedLast)) {
            ask();
        } else {
            askedLast = false;
        }
    }

    /** After losses TCP waits longer and longer before it tries again; a new connection begins at once. */
    private long unacknowledgedNanos() {
        return Math.min(silenceNanos, UNACKNOWLEDGED.toNanos());
    }

    private void ask() {
        askedLast = true;
        socket.send(new TimeRequest(mediaClock.micros()));
    }
}
