package dev.fanlight.relay.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Ends a connection when its principal is not authorized any more. Confined to the connection’s executor, but for the methods of
 * {@link AuthorizedSessions.Session}.
 */
public final class MonitoredSession implements AuthorizedSessions.Session, AutoCloseable {

    /** How often the right is checked though this relay knows of no change. */
    public static final Duration INTERVAL = Duration.ofSeconds(60);

    /** After so many failed checks in a row the connection ends. */
    static final int MAX_FAILURES = 5;

    /** How long after a failed check the next one comes. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private final Connection connection;
    private final Principal principal;
    private final Optional<ViewingSession> viewing;
    private final Supplier<AccessDecision> check;
    private final AuthorizationMonitor monitor;

    private volatile boolean away;

    // the connection’s executor only
    private boolean checking;
    private boolean checkAgain;
    private boolean closed;
    private int failures;

    MonitoredSession(
            Connection connection,
            Principal principal,
            Optional<ViewingSession> viewing,
            Supplier<AccessDecision> check,
            AuthorizationMonitor monitor) {
        this.connection = connection;
        this.principal = principal;
        this.viewing = viewing;
        this.check = check;
        this.monitor = monitor;
    }

    /** The connection of a session. */
    public interface Connection {

        /** Runs a task on the connection’s executor, which runs one task at a time, in order. Any thread; does not block. */
        void execute(Runnable task);

        /** Runs a task on the connection’s executor after a delay of at most {@link #INTERVAL}, unless the connection has closed by then. */
        void schedule(Duration delay, Runnable task);

        /** Ends the connection. On its executor; must allow for a second call. */
        void unauthorized(Reason reason);

        /** Why a connection is not authorized any more. */
        enum Reason {
            /** The credential expired or was revoked. */
            REVOKED,
            /** The client is to connect again. */
            MOVED,
            /** The owner has disconnected the viewer. */
            DISCONNECTED,
            /** It could not be checked several times in a row. */
            UNKNOWN
        }
    }

    void start(Optional<Duration> life) {
        life.ifPresent(this::checkAfter);
        connection.schedule(INTERVAL, this::checkPeriodically);
        checkOnExecutor();
    }

    @Override
    public Principal principal() {
        return principal;
    }

    @Override
    public Optional<ViewingSession> viewing() {
        return viewing;
    }

    /** Whether its viewer is away for now: nothing is shown to them, and they do not count. */
    public void away(boolean now) {
        away = now;
    }

    @Override
    public boolean isWatching() {
        return !away;
    }

    @Override
    public void recheck() {
        connection.execute(this::checkOnExecutor);
    }

    @Override
    public void disconnect() {
        connection.execute(() -> {
            if (!closed) {
                connection.unauthorized(Connection.Reason.DISCONNECTED);
            }
        });
    }

    /** The connection has ended; does nothing the second time. */
    @Override
    public void close() {
        closed = true;
        monitor.sessions().remove(this);
    }

    /** In steps: a connection that has ended is kept until what it has scheduled is due. */
    private void checkAfter(Duration rest) {
        if (closed) {
            return;
        }
        if (rest.compareTo(INTERVAL) > 0) {
            connection.schedule(INTERVAL, () -> checkAfter(rest.minus(INTERVAL)));
        } else {
            connection.schedule(rest.isNegative() ? Duration.ZERO : rest, this::checkOnExecutor);
        }
    }

    private void checkPeriodically() {
        if (!closed) {
            checkOnExecutor();
            connection.schedule(INTERVAL, this::checkPeriodically);
        }
    }

    private void checkOnExecutor() {
        if (closed) {
            return;
        }
        if (checking) {
            checkAgain = true;
            return;
        }
        checking = true;
        try {
            monitor.blocking().execute(this::check);
        } catch (RejectedExecutionException e) {
            onFailure(e);
        }
    }

    /** On a thread that may block. */
    private void check() {
        try {
            AccessDecision decision = check.get();
            connection.execute(() -> onDecision(decision));
        } catch (RuntimeException e) {
            connection.execute(() -> onFailure(e));
        }
    }

    private void onDecision(AccessDecision decision) {
        checking = false;
        failures = 0;
        if (closed) {
            return;
        }
        switch (decision) {
            case MOVED -> connection.unauthorized(Connection.Reason.MOVED);
            case REVOKED -> connection.unauthorized(Connection.Reason.REVOKED);
            case VALID -> checkAgainIfChanged();
        }
    }

    /** A right that cannot be checked for a moment stays; one that cannot be checked for long ends. */
    private void onFailure(RuntimeException e) {
        checking = false;
        if (closed) {
            return;
        }
        monitor.errors().failure("A session’s authorization could not be checked", e);
        failures++;
        if (failures > MAX_FAILURES) {
            connection.unauthorized(Connection.Reason.UNKNOWN);
            return;
        }
        connection.schedule(RETRY, this::checkOnExecutor);
    }

    private void checkAgainIfChanged() {
        if (checkAgain) {
            checkAgain = false;
            checkOnExecutor();
        }
    }
}
