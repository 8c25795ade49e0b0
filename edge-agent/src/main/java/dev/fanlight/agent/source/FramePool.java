package dev.fanlight.agent.source;

/**
 * Reuses the memory of frames, so that 30 frames a second are no work for an allocator. Keeps a bounded number of spare ones; how many
 * are in use is bounded by the queues they pass through. Thread safe.
 */
public interface FramePool {

    /** A frame with arbitrary content, owned by the caller. */
    RawFrame acquire(FrameFormat format, long captureMicros);
}
