package dev.fanlight.relay.health;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.media.StreamState;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.stream.StreamStatus;
import dev.fanlight.runtime.MediaClock;
import io.vertx.core.Vertx;
import java.io.File;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Takes a sample every 10 s, on a worker. */
public final class HealthSampler implements Component {

    /** Time between two samples. */
    static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final StreamRegistry streams;
    private final Traffic traffic;
    private final MediaClock clock;
    private final ComputerLoad load;
    private final HealthHistory history = new HealthHistory();

    // Starting and stopping thread.
    private long timer;

    @GuardedBy("this")
    private Totals last;

    private record Totals(long micros, long bytesIn, long bytesOut) {}

    /** Samples these; {@code folder} is on the disk that matters. */
    public HealthSampler(Vertx vertx, StreamRegistry streams, Traffic traffic, MediaClock clock, File folder) {
        this.vertx = vertx;
        this.streams = streams;
        this.traffic = traffic;
        this.clock = clock;
        this.load = new ComputerLoad(folder);
        this.last = totals();
        // The first reading of a process says nothing.
        load.cpu();
    }

    /** What was sampled. */
    public HealthHistory history() {
        return history;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public void start() {
        sample();
        timer = vertx.setPeriodic(
                INTERVAL.toMillis(),
                id -> vertx.executeBlocking(
                        () -> {
                            sample();
                            return history;
                        },
                        false));
    }

    @Override
    public void stop(Duration limit) {
        vertx.cancelTimer(timer);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("samples", history.samples().size());
    }

    /** Takes a sample now. Blocking. */
    synchronized void sample() {
        Totals now = totals();
        Totals before = last;
        last = now;
        long micros = Math.max(1, now.micros() - before.micros());
        Collection<LiveStream> open = streams.all();
        history.add(new HealthSample(
                TimeUnit.MICROSECONDS.toMillis(now.micros()),
                open.stream().mapToInt(LiveStream::viewers).sum(),
                (int) open.stream().filter(HealthSampler::isLive).count(),
                bitRate(now.bytesIn() - before.bytesIn(), micros),
                bitRate(now.bytesOut() - before.bytesOut(), micros),
                load.cpu(),
                load.memory(),
                load.memoryMax(),
                load.diskFree(),
                load.disk(),
                frameAge(open, now.micros())));
    }

    private Totals totals() {
        return new Totals(clock.micros(), traffic.bytesIn(), traffic.bytesOut());
    }

    private static long bitRate(long bytes, long micros) {
        return bytes * Byte.SIZE * TimeUnit.SECONDS.toMicros(1) / micros;
    }

    private static boolean isLive(LiveStream stream) {
        return stream.state() == StreamState.LIVE;
    }

    private static OptionalLong frameAge(Collection<LiveStream> open, long nowMicros) {
        return open.stream()
                .map(LiveStream::status)
                .filter(status -> status.state() == StreamState.LIVE)
                .map(StreamStatus::lastCaptureMicros)
                .flatMapToLong(OptionalLong::stream)
                .map(captured -> Math.max(0, TimeUnit.MICROSECONDS.toMillis(nowMicros - captured)))
                .max();
    }
}
