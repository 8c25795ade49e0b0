package dev.fanlight.agent.source.pattern;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceOutput;

/** The test pattern in real time. The frame number in its strip counts from 0 at each opening. One thread. */
public final class TestPatternSource implements FrameSource {

    private static final long MICROS = 1_000_000;

    private final FrameFormat format;
    private final TestPattern pattern;
    private final FramePool pool;
    private final Pacer pacer;
    private final long startMicros;

    private long number;

    /** Draws frames of the configured size and rate. */
    public TestPatternSource(FrameLimits limits, FramePool pool, Pacer pacer, long opening) {
        FrameSize size = new FrameSize(limits.width() / 2 * 2, limits.height() / 2 * 2);
        this.format = new FrameFormat(size, limits.fps(), opening);
        this.pattern = new TestPattern(format);
        this.pool = pool;
        this.pacer = pacer;
        this.startMicros = pacer.nowMicros();
    }

    @Override
    public void next(SourceOutput output) throws InterruptedException {
        if (!pacer.await(dueMicros())) {
            return;
        }
        RawFrame frame = pool.acquire(format, pacer.nowMicros());
        pattern.draw(frame, number);
        number = Math.max(number + 1, numberDueAt(frame.captureMicros()));
        output.frame(frame);
    }

    @Override
    public String describe() {
        return "test pattern, " + format.size().width() + "x" + format.size().height() + ", " + Math.round(format.fps())
                + " fps";
    }

    @Override
    public void close() {}

    private long dueMicros() {
        return startMicros + Math.round(number * MICROS / format.fps());
    }

    /** After a stall the frames that are too late are dropped; the frame numbers in the strip show the gap. */
    private long numberDueAt(long micros) {
        return (long) ((micros - startMicros) * format.fps() / MICROS);
    }
}
