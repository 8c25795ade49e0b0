package dev.fanlight.relay.server;

import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.fanout.FanOuts;
import dev.fanlight.relay.socket.LateTimer;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.runtime.NanoClock;
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

    private final NanoClock clock;

    // Starting and stopping thread.
    private long timer;

    // The timer’s loop.
    private long lastTick;
    private long restUntil;

    StreamTicker(Vertx vertx, NanoClock clock, StreamRegistry streams, FanOuts fanOuts) {
        this.vertx = vertx;
        this.clock = clock;
        this.lastTick = clock.nanoTime();
        this.restUntil = lastTick;
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

    /** After a pause of the whole process what viewers acknowledged meanwhile is read before they are judged. */
    private void tick() {
        long now = clock.nanoTime();
        if (LateTimer.isLate(lastTick, now)) {
            restUntil = now + LateTimer.GRACE.toNanos();
        }
        lastTick = now;
        if (now - restUntil < 0) {
            return;
        }
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
