package dev.fanlight.agent.source;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A frame in I420 (8 bits, limited range, planes Y, Cb, Cr without gaps). It has one owner at a
 * time; the last one closes it, which gives its memory back. Any thread, one after another.
 */
public final class RawFrame implements AutoCloseable {

    private final FramePool pool;
    private final byte[] data;
    private final FrameFormat format;
    private final long captureMicros;
    private final AtomicBoolean open = new AtomicBoolean(true);

    RawFrame(FramePool pool, byte[] data, FrameFormat format, long captureMicros) {
        this.pool = pool;
        this.data = data;
        this.format = format;
        this.captureMicros = captureMicros;
    }

    /** The samples, {@link FrameFormat#bytes()} of them; not to be kept after {@link #close()}. */
    public byte[] data() {
        return data;
    }

    /** Size and rate. */
    public FrameFormat format() {
        return format;
    }

    /** Capture time on the agent’s media clock, µs since 1970. */
    public long captureMicros() {
        return captureMicros;
    }

    @Override
    public void close() {
        if (open.getAndSet(false)) {
            pool.giveBack(data);
        }
    }
}
