package dev.fanlight.agent.uplink.connection;

import dev.fanlight.media.CameraPause;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.protocol.agent.Source;
import io.vertx.core.Context;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The state of the camera for the relay, sent at every change and at each new connection. Public methods are for any thread, the rest for the
 * event loop only.
 */
public final class CameraReport {

    private final Context context;
    private final Consumer<Source> relay;

    // event loop only
    private Source now = new Source(SourceState.ASLEEP, Optional.empty());

    /** {@code relay} sends it, if there is a connection. */
    CameraReport(Context context, Consumer<Source> relay) {
        this.context = context;
        this.relay = relay;
    }

    /** The state of the camera; {@code detail} is a code for the owner. */
    public void source(SourceState state, Optional<String> detail) {
        context.runOnContext(nothing -> send(new Source(state, detail, now.uplink(), now.pause(), now.ptz())));
    }

    /** Why the camera is paused, empty when it is not. */
    public void pause(Optional<CameraPause> pause) {
        context.runOnContext(nothing -> send(new Source(now.state(), now.detail(), now.uplink(), pause, now.ptz())));
    }

    /** Whether it has a head that viewers may move now. */
    public void head(boolean moves) {
        context.runOnContext(nothing -> send(new Source(now.state(), now.detail(), now.uplink(), now.pause(), moves)));
    }

    /** How well the uplink carries the video. */
    void quality(UplinkQuality quality) {
        send(new Source(now.state(), now.detail(), quality, now.pause(), now.ptz()));
    }

    /** All of it. */
    Source now() {
        return now;
    }

    private void send(Source next) {
        now = next;
        relay.accept(next);
    }
}
