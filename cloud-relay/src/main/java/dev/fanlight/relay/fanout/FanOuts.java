package dev.fanlight.relay.fanout;

import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.stream.LiveStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The fan-outs of all streams that had a WebSocket viewer, each until its stream is gone. As many as there are streams. Thread safe. */
public final class FanOuts {

    private final FanOutContext context;
    private final ControlEncoder encoder;
    private final Map<LiveStream, ViewerFanOut> fanOuts = new ConcurrentHashMap<>();

    /** No stream has had a viewer yet. */
    public FanOuts(FanOutContext context, ControlEncoder encoder) {
        this.context = context;
        this.encoder = encoder;
    }

    /** The fan-out of a stream. */
    public ViewerFanOut of(LiveStream stream) {
        return fanOuts.computeIfAbsent(
                stream, its -> new ViewerFanOut(its, context, encoder, () -> fanOuts.remove(its)));
    }

    /** Calls {@link ViewerFanOut#tick()} of all. */
    public void tick() {
        fanOuts.values().forEach(ViewerFanOut::tick);
    }
}
