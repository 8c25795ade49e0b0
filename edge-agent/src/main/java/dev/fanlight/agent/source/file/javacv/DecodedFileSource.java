package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameScaler;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameRateLimit;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.LoopTimeline;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import java.util.OptionalLong;

/** The frames of a file, decoded, in presentation order, looped in real time. One thread. */
final class DecodedFileSource implements FrameSource {

    private final LoopingDecoder decoder;
    private final FrameScaler scaler;
    private final FrameFormat format;
    private final FramePool pool;
    private final Pacer pacer;
    private final LoopTimeline timeline;
    private final FrameRateLimit limit;
    private final String name;

    private OptionalLong dueMicros = OptionalLong.empty();

    DecodedFileSource(
            LoopingDecoder decoder, FrameScaler scaler, FrameFormat format, FramePool pool, Pacer pacer, String name) {
        this.decoder = decoder;
        this.scaler = scaler;
        this.format = format;
        this.pool = pool;
        this.pacer = pacer;
        this.timeline = new LoopTimeline(decoder.fps());
        this.limit = new FrameRateLimit(format.fps());
        this.name = name;
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        try {
            if (dueMicros.isEmpty()) {
                dueMicros = decodeNext();
            }
            if (dueMicros.isEmpty() || !pacer.await(dueMicros.getAsLong())) {
                return;
            }
            RawFrame frame = pool.acquire(format, dueMicros.getAsLong());
            dueMicros = OptionalLong.empty();
            scaler.scale(decoder.frame(), frame.data());
            output.frame(frame);
        } catch (FfmpegException e) {
            throw new SourceException(SourceProblem.BROKEN, name + " cannot be decoded: " + e.getMessage() + ".");
        }
    }

    @Override
    public String describe() {
        return name + ", " + format.size().width() + "x" + format.size().height() + ", "
                + Math.round(format.fps() * 10) / 10.0 + " fps, encoded here";
    }

    @Override
    public void close() {
        scaler.close();
        decoder.close();
    }

    /** When the next frame is due; empty when the frame rate limit drops it. */
    private OptionalLong decodeNext() throws FfmpegException {
        if (decoder.advance()) {
            timeline.newLap();
        }
        long due = timeline.place(decoder.frameMicros(), pacer.nowMicros());
        return limit.accepts(due) ? OptionalLong.of(due) : OptionalLong.empty();
    }
}
