package dev.fanlight.relay.gateway.srt;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.srt.SrtConnection;
import dev.fanlight.relay.srt.SrtListener;
import java.time.Duration;
import java.util.Optional;

/** A caller that watches, until its right ends. Event loop only, but for {@link #execute} and the methods of {@link SrtListener}. */
final class SrtViewer implements SrtListener, MonitoredSession.Connection {

    private final Viewers viewers;
    private final SrtConnection connection;
    private Optional<WatchGate.Admitted> admitted = Optional.empty();
    private Optional<MonitoredSession> session = Optional.empty();
    private boolean closed;

    SrtViewer(Viewers viewers, SrtConnection connection) {
        this.viewers = viewers;
        this.connection = connection;
    }

    SrtConnection connection() {
        return connection;
    }

    /** Which camera it watches, once it does. */
    Optional<CameraName> camera() {
        return admitted.map(WatchGate.Admitted::camera);
    }

    boolean isClosed() {
        return closed;
    }

    void admitted(WatchGate.Admitted admission) {
        admitted = Optional.of(admission);
    }

    void monitoredBy(MonitoredSession monitored) {
        session = Optional.of(monitored);
    }

    /** Ends it; may be called again. */
    void end(String sentence) {
        if (!closed) {
            viewers.problem(sentence);
            connection.close();
            gone();
        }
    }

    @Override
    public void skipped() {
        viewers.skipped();
    }

    @Override
    public void closed(String reason) {
        execute(this::gone);
    }

    @Override
    public void execute(Runnable task) {
        viewers.execute(task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        viewers.schedule(delay, () -> {
            if (!closed) {
                task.run();
            }
        });
    }

    @Override
    public void unauthorized(Reason reason) {
        end(
                switch (reason) {
                    case REVOKED -> "The link of a viewer is not valid any more.";
                    case MOVED -> "The camera of a viewer was renamed.";
                    case DISCONNECTED -> "The owner has disconnected a viewer.";
                    case UNKNOWN -> "The link of a viewer could not be checked.";
                });
    }

    private void gone() {
        if (!closed) {
            closed = true;
            viewers.remove(this);
            session.ifPresent(MonitoredSession::close);
            admitted.ifPresent(WatchGate.Admitted::close);
        }
    }
}
