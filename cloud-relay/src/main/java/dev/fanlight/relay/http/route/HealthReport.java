package dev.fanlight.relay.http.route;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import java.util.Collection;

/** A few numbers for monitoring, without names. Thread safe. */
public final class HealthReport {

    private final StreamRegistry streams;
    private final RelayCounters counters;
    private final String version;

    /** Reports on {@code streams} and {@code counters}. */
    public HealthReport(StreamRegistry streams, RelayCounters counters, String version) {
        this.streams = streams;
        this.counters = counters;
        this.version = version;
    }

    /** The report as one JSON object. */
    public String json() {
        Collection<LiveStream> open = streams.all();
        long online = open.stream().filter(LiveStream::isOnline).count();
        int viewers = open.stream().mapToInt(LiveStream::viewers).sum();
        return "{\"status\":\"up\",\"version\":\"" + version + "\",\"cameras_online\":" + online + ",\"viewers\":"
                + viewers + ",\"frames_in\":" + counters.get(RelayCounter.FRAMES_IN) + ",\"frames_out\":"
                + counters.get(RelayCounter.FRAMES_OUT) + ",\"frames_dropped\":"
                + counters.get(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER) + "}\n";
    }
}
