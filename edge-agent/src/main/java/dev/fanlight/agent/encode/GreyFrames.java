package dev.fanlight.agent.encode;

import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.RawFrame;
import java.util.Arrays;

/** Grey frames with times long before those of any camera, to try an encoder with. One thread. */
public final class GreyFrames {

    /** How many there are at most. */
    public static final int MOST = 3;

    /** Capture time of the last one, µs. */
    public static final long LAST_MICROS = 1_000_000;

    private static final byte GREY = (byte) 128;

    private final FramePool pool;
    private final FrameFormat format;
    private final byte[] samples;
    private int count;

    /** Frames of this format. */
    public GreyFrames(FramePool pool, FrameFormat format) {
        this.pool = pool;
        this.format = format;
        this.samples = new byte[format.bytes()];
        Arrays.fill(samples, GREY);
    }

    /** The next one, owned by the caller. */
    public RawFrame next() {
        RawFrame frame = pool.acquire(format, LAST_MICROS * count++ / MOST);
        frame.fill(samples);
        return frame;
    }
}
