package dev.fanlight.relay.auth;

import dev.fanlight.relay.auth.MonitoredSession.Connection;
import dev.fanlight.relay.log.ErrorLog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Keeps checking whether open sessions are still authorized. Thread safe.
 *
 * @param sessions where sessions are registered, so that a change reaches them at once
 * @param blocking runs the checks, which may block
 * @param errors where checks that fail are logged
 */
public record AuthorizationMonitor(AuthorizedSessions sessions, Executor blocking, ErrorLog errors) {

    /**
     * Monitors a session until {@link MonitoredSession#close()}: checks it now, when something changes, when its credential expires, and
     * every {@link MonitoredSession#INTERVAL}. On the connection’s executor.
     *
     * @param viewing what it watches, if it is a viewer’s
     * @param check whether the session is still authorized; may block
     * @param life how long its credential is valid from now on, if that is limited
     */
    public MonitoredSession monitor(
            Connection connection,
            Principal principal,
            Optional<ViewingSession> viewing,
            Optional<Duration> life,
            Supplier<AccessDecision> check) {
        MonitoredSession session = new MonitoredSession(connection, principal, viewing, check, this);
        sessions.add(session);
        session.start(life);
        return session;
    }

    /** Runs something that may block; a failure is logged. Any thread. */
    public void run(String failure, Runnable action) {
        blocking.execute(() -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                errors.failure(failure, e);
            }
        });
    }
}
