package dev.fanlight.agent.source;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reuses the memory of frames, so that 30 frames a second are no work for the garbage collector. Keeps a bounded number
 * of spare ones; how many are in use is bounded by the queues they pass through. Thread safe.
 */
public final class FramePool {

    private final BlockingQueue<byte[]> spare;

    /** Keeps at most {@code spares} unused frames. */
    public FramePool(int spares) {
        this.spare = new ArrayBlockingQueue<>(spares);
    }

    /** A frame with arbitrary content, owned by the caller. */
    public RawFrame acquire(FrameFormat format, long captureMicros) {
        byte[] reused = spare.poll();
        boolean fits = reused != null && reused.length == format.bytes();
        return new RawFrame(this, fits ? reused : new byte[format.bytes()], format, captureMicros);
    }

    /** How many unused frames are kept now. */
    public int spares() {
        return spare.size();
    }

    void giveBack(byte[] data) {
        spare.offer(data);
    }
}
