package dev.fanlight.relay.server;

import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.fanout.FanOuts;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Has all streams and their fan-out do what is due by time, four times a second. */
final class StreamTicker implements Component {

    private static final long TICK_MILLIS = 250;

    private final Vertx vertx;
    private final StreamRegistry streams;
    private final FanOuts fanOuts;

    // Starting and stopping thread.
    private long timer;

    StreamTicker(Vertx vertx, StreamRegistry streams, FanOuts fanOuts) {
        this.vertx = vertx;
        this.streams = streams;
        this.fanOuts = fanOuts;
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public void start() {
        timer = vertx.setPeriodic(TICK_MILLIS, id -> tick());
    }

    @Override
    public void stop(Duration limit) {
        vertx.cancelTimer(timer);
    }

    private void tick() {
        fanOuts.tick();
        streams.tick();
    }

    @Override
    public Map<String, Object> describe() {
        Collection<LiveStream> all = streams.all();
        return Map.of(
                "known", all.size(),
                "online", all.stream().filter(LiveStream::isOnline).count(),
                "viewers", all.stream().mapToInt(LiveStream::viewers).sum());
    }
}
