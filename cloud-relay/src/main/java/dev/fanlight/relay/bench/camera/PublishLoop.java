package dev.fanlight.relay.bench.camera;

import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a frame or a sound packet whenever one is due; skips those that are due while the socket’s write queue is full. */
final class PublishLoop implements Loop {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AgentSocket socket;
    private final SyntheticStream stream;
    private final MediaClock media;
    private final NanoClock clock;
    private final Sleeper sleeper;
    private final AtomicLong published = new AtomicLong();
    private long frameDue; // loop only
    private long soundDue; // loop only
    private long sounds; // loop only

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
        frameDue = clock.nanoTime();
        soundDue = frameDue;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        boolean isSound = stream.hasSound() && soundDue - frameDue < 0;
        sleeper.sleepNanos((isSound ? soundDue : frameDue) - clock.nanoTime());
        if (!socket.isOpen()) {
            return false;
        }
        if (isSound) {
            sendSound();
            soundDue = next(soundDue, SyntheticSound.PACKETS);
        } else {
            sendFrame();
            frameDue = next(frameDue, stream.shape().fps());
        }
        return true;
    }

    private void sendFrame() {
        if (!socket.isFull()) {
            send(stream.message(published.getAndIncrement(), media.micros()).array());
        }
    }

    private void sendSound() {
        if (!socket.isFull()) {
            send(SyntheticSound.message(stream.epoch(), sounds++, media.micros())
                    .array());
        }
    }

    private void send(byte[] message) {
        socket.send(Buffer.buffer(message));
    }

    private long next(long due, int perSecond) {
        return Math.max(due, clock.nanoTime() - SECOND) + SECOND / perSecond;
    }

    @Override
    public String roleName() {
        return "bench-camera";
    }
}
