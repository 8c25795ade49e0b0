package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.gateway.ChannelAuthorization;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.socket.EndlessBody;

/**
 * A viewer of motion JPEG who was admitted, until the connection closes: counted as a viewer, with a right that is checked again and again. Event
 * loop only, but for {@link #stop}.
 */
final class MjpegSession {

    private final EndlessBody body;

    private MjpegSession(EndlessBody body) {
        this.body = body;
    }

    /**
     * Begins one.
     *
     * @param admitted closed when the session ends
     * @param request what it asked for
     */
    static void start(
            StillServices services, CameraStills camera, EndlessBody body, Admitted admitted, PlayerRequest request) {
        MjpegSession session = new MjpegSession(body);
        services.sessions().add(session);
        MjpegViewer viewer = new MjpegViewer(body, services.relay());
        new ChannelAuthorization(body, reason -> body.end()).monitor(services.relay(), admitted, "mjpeg", request);
        camera.enter(viewer);
        body.onClosed(() -> {
            services.sessions().remove(session);
            camera.leave(viewer);
            admitted.close();
        });
    }

    /** Ends it because the relay stops. Any thread. */
    void stop() {
        body.post(body::end);
    }
}
