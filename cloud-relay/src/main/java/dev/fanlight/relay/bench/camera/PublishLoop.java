package dev.fanlight.relay.bench.camera;

import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a frame whenever one is due; skips those that are due while the socket’s write queue is full. */
final class PublishLoop implements Loop {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AgentSocket socket;
    private final SyntheticStream stream;
    private final MediaClock media;
    private final NanoClock clock;
    private final Sleeper sleeper;
    private final AtomicLong published = new AtomicLong();
    private long due; // loop only

    PublishLoop(AgentSocket socket, SyntheticStream stream, MediaClock media, NanoClock clock, Sleeper sleeper) {
        this.socket = socket;
        this.stream = stream;
        this.media = media;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** How many frames were sent. */
    long published() {
        return published.get();
    }

    @Override
    public void onStart() {
        due = clock.nanoTime();
    }

    @Override
    public boolean doWork() throws InterruptedException {
        sleeper.sleepNanos(due - clock.nanoTime());
        if (!socket.isOpen()) {
            return false;
        }
        if (!socket.isFull()) {
            long sequence = published.getAndIncrement();
            socket.send(Buffer.buffer(stream.message(sequence, media.micros()).array()));
        }
        due = Math.max(due, clock.nanoTime() - SECOND) + SECOND / stream.shape().fps();
        return true;
    }

    @Override
    public String roleName() {
        return "bench-camera";
    }
}
