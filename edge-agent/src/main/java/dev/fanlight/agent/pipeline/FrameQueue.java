package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.RawFrame;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Captured frames on their way to the encoder: bounded, newest wins. One thread puts in, one takes out. */
final class FrameQueue {

    private final ArrayBlockingQueue<RawFrame> frames;
    private final AtomicLong dropped = new AtomicLong();

    FrameQueue(int limit) {
        this.frames = new ArrayBlockingQueue<>(limit);
    }

    /** Takes the frame over; without room the oldest one is closed and counted. */
    void put(RawFrame frame) {
        while (!frames.offer(frame)) {
            RawFrame oldest = frames.poll();
            if (oldest != null) {
                oldest.close();
                dropped.incrementAndGet();
            }
        }
    }

    /** The oldest frame, owned by the caller; empty when none came in time. */
    Optional<RawFrame> poll(Duration most) throws InterruptedException {
        return Optional.ofNullable(frames.poll(most.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** How many frames found no room so far. */
    long dropped() {
        return dropped.get();
    }

    /** Closes all that wait. */
    void clear() {
        RawFrame frame = frames.poll();
        while (frame != null) {
            frame.close();
            frame = frames.poll();
        }
    }
}
