package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.gateway.ChannelAuthorization;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.stream.LiveStream;

/**
 * A reader that was admitted, until its connection closes: it counts as a viewer, and its right is checked again and again. Event loop
 * only, but for {@link #stop}.
 */
final class FlvSession {

    private final FlvServices services;
    private final FlvConnection connection;
    private final FlvFanOut fanOut;
    private final FlvViewer viewer;
    private final Admitted admitted;

    private FlvSession(FlvServices services, FlvConnection connection, LiveStream stream, Admitted admitted) {
        this.services = services;
        this.connection = connection;
        this.admitted = admitted;
        this.fanOut = services.fanOut(stream);
        this.viewer = new FlvViewer(connection, services.relay());
    }

    /**
     * Begins one.
     *
     * @param admitted closed when the session ends
     * @param request what it asked for
     */
    static void start(
            FlvServices services,
            FlvConnection connection,
            LiveStream stream,
            Admitted admitted,
            PlayerRequest request) {
        FlvSession session = new FlvSession(services, connection, stream, admitted);
        services.sessions().add(session);
        new ChannelAuthorization(connection.channel(), connection::end)
                .monitor(services.relay(), admitted, "flv", request);
        session.fanOut.enter(session.viewer);
        connection.channel().onClosed(session::leave);
    }

    /** Ends it because the relay stops. Any thread. */
    void stop() {
        connection.channel().post(() -> connection.end(CloseReason.RESTARTING));
    }

    private void leave() {
        services.sessions().remove(this);
        fanOut.leave(viewer);
        admitted.close();
    }
}
