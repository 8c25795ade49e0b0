package dev.fanlight.agent.encode;

import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.RawFrame;
import java.util.Arrays;

/** Grey frames with times long before those of any camera, to try an encoder with. One thread. */
public final class GreyFrames {

    /** No frame of a camera is as old as this, and all grey ones are older, µs. */
    public static final long END_MICROS = 10_000_000;

    private static final long INTERVAL_MICROS = 100_000;
    private static final byte GREY = (byte) 128;

    private final FramePool pool;
    private final FrameFormat format;
    private final byte[] samples;
    private long micros;

    /** Frames of this format, from this time on: for each encoder a later one. */
    public GreyFrames(FramePool pool, FrameFormat format, long firstMicros) {
        this.micros = firstMicros;
        this.pool = pool;
        this.format = format;
        this.samples = new byte[format.bytes()];
        Arrays.fill(samples, GREY);
    }

    /** The next one, owned by the caller. */
    public RawFrame next() {
        RawFrame frame = pool.acquire(format, micros);
        micros += INTERVAL_MICROS;
        frame.fill(samples);
        return frame;
    }
}
