package dev.fanlight.relay.socket;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.auth.Authenticator.Verdict;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.AuthorizedSessions.Seat;
import dev.fanlight.relay.auth.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends a socket when what it stands on ends: asks when it begins, when something has changed, when the right runs out, and every
 * {@link #INTERVAL} besides. Event loop only, but for the methods of {@link AuthorizedSessions.Live}.
 */
public final class SocketAuthorization implements AuthorizedSessions.Live {

    /** How often the right is asked for though nothing has changed that this relay knows of. */
    public static final Duration INTERVAL = Duration.ofSeconds(60);

    /** After so many failures in a row the socket ends. */
    static final int MAX_FAILURES = 5;

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Somebody whose camera has moved comes back so soon. */
    private static final Duration MOVED_WAIT = Duration.ofMillis(200);

    private final PeerSocket socket;
    private final Principal principal;
    private final Optional<Seat> seat;
    private final Supplier<Verdict> ask;
    private final CloseReason ended;
    private final AuthorizationMonitor rights;

    // event loop only
    private boolean asking;
    private boolean askAgain;
    private int failures;

    /**
     * The right of a socket.
     *
     * @param ask whether the right still stands; may block, called on a worker
     * @param ended what the peer is told when it does not
     */
    SocketAuthorization(
            PeerSocket socket,
            Principal principal,
            Optional<Seat> seat,
            Supplier<Verdict> ask,
            CloseReason ended,
            AuthorizationMonitor rights) {
        this.socket = socket;
        this.principal = principal;
        this.seat = seat;
        this.ask = ask;
        this.ended = ended;
        this.rights = rights;
    }

    /** The right runs out so long from now. */
    public void endsAfter(Duration life) {
        socket.after(life.isNegative() ? Duration.ZERO : life, this::recheck);
    }

    @Override
    public Principal principal() {
        return principal;
    }

    @Override
    public Optional<Seat> seat() {
        return seat;
    }

    @Override
    public void recheck() {
        socket.post(this::askOnLoop);
    }

    private void askOnLoop() {
        if (socket.isEnding()) {
            return;
        }
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        rights.worker().executeBlocking(ask::get, false).onComplete(this::onVerdict, this::onFailure);
    }

    private void onVerdict(Verdict verdict) {
        asking = false;
        failures = 0;
        switch (verdict) {
            case MOVED -> socket.end(CloseReason.RESTARTING, Optional.of(MOVED_WAIT));
            case ENDED -> socket.end(ended);
            case GOOD -> askAgainIfChanged();
        }
    }

    /** A right that cannot be looked up for a moment is not taken away; one that cannot for long is. */
    private void onFailure(Throwable e) {
        asking = false;
        if (socket.isEnding()) {
            return;
        }
        rights.errors().failure("A right could not be checked", e);
        failures++;
        if (failures > MAX_FAILURES) {
            socket.end(CloseReason.INTERNAL_ERROR);
            return;
        }
        socket.after(RETRY, this::recheck);
    }

    private void askAgainIfChanged() {
        if (askAgain) {
            askAgain = false;
            askOnLoop();
        }
    }
}
