package dev.fanlight.relay.fanout;

import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.stream.LiveStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fan-outs of all streams that have had a WebSocket viewer, each until its stream ends. At most as many as there are streams. Thread
 * safe.
 */
public final class FanOuts {

    private final FanOutContext context;
    private final ControlEncoder encoder;
    private final Map<LiveStream, ViewerFanOut> fanOuts = new ConcurrentHashMap<>();

    /** Creates fan-outs on demand. */
    public FanOuts(FanOutContext context, ControlEncoder encoder) {
        this.context = context;
        this.encoder = encoder;
    }

    /** The fan-out of a stream, created if necessary. */
    public ViewerFanOut of(LiveStream stream) {
        return fanOuts.computeIfAbsent(
                stream, its -> new ViewerFanOut(its, context, encoder, () -> fanOuts.remove(its)));
    }

    /** Calls {@link ViewerFanOut#tick()} of all. */
    public void tick() {
        fanOuts.values().forEach(ViewerFanOut::tick);
    }
}
