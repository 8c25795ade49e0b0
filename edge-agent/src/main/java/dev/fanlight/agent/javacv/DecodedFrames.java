package dev.fanlight.agent.javacv;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameRateLimit;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.bitstream.AspectRatio;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes raw frames of decoded ones, within the limits of size and rate. Frames whose size or orientation changes on the way begin a new
 * format. One thread uses and closes it.
 */
public final class DecodedFrames implements AutoCloseable {

    private final FrameConverter converter;
    private final FrameRateLimit limit;
    private final FramePool pool;
    private final double fps;
    private final long opening;
    private FrameFormat format;

    /**
     * Makes one that holds no memory yet.
     *
     * @param container the shape of a sample that the container says, if any
     * @param stored frames a second as the source says, 0 when unknown
     * @param opening number of this opening
     */
    public DecodedFrames(
            FrameLimits limits, Optional<AspectRatio> container, double stored, FramePool pool, long opening) {
        this.converter = new FrameConverter(limits, container);
        this.limit = new FrameRateLimit(limits.fps());
        this.pool = pool;
        this.fps = stored > 0 ? Math.min(stored, limits.fps()) : limits.fps();
        this.opening = opening;
        this.format = new FrameFormat(new FrameSize(2, 2), fps, opening);
    }

    /** The size in which the next decoded frame is shown; to be called for each, in their order, also for those that are dropped. */
    public FrameSize next(AVFrame frame) {
        FrameSize size = converter.next(frame);
        format = new FrameFormat(size, fps, opening);
        return size;
    }

    /** Whether the rate allows a frame at this time, µs, increasing. */
    public boolean accepts(long micros) {
        return limit.accepts(micros);
    }

    /** The frame that came last as it is shown, captured at this time; the caller’s. */
    public RawFrame convert(AVFrame frame, long micros) throws FfmpegException {
        if (converter.isShownAsDecoded(frame)) {
            return NativeFrame.sharing(frame, format, micros);
        }
        RawFrame raw = pool.acquire(format, micros);
        try {
            converter.convert(frame, raw);
            return raw;
        } catch (FfmpegException e) {
            raw.close();
            throw e;
        }
    }

    /** What frames have in common now. */
    public FrameFormat format() {
        return format;
    }

    @Override
    public void close() {
        converter.close();
    }
}
