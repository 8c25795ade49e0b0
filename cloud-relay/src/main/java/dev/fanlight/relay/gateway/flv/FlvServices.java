package dev.fanlight.relay.gateway.flv;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.stream.LiveStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What readers by FLV share: the fan-outs of the streams that have had one, each until its stream ends, and who is connected. Thread safe. */
final class FlvServices {

    private final GatewayContext relay;
    // At most as many as there are streams.
    private final Map<LiveStream, FlvFanOut> fanOuts = new ConcurrentHashMap<>();
    // At most as many as the limit of viewers allows.
    private final Set<FlvSession> sessions = ConcurrentHashMap.newKeySet();

    FlvServices(GatewayContext relay) {
        this.relay = relay;
    }

    GatewayContext relay() {
        return relay;
    }

    FlvFanOut fanOut(LiveStream stream) {
        return fanOuts.computeIfAbsent(stream, its -> new FlvFanOut(its, relay.clock(), () -> fanOuts.remove(its)));
    }

    Set<FlvSession> sessions() {
        return sessions;
    }
}
