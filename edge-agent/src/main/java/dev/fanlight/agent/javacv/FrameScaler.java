package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import dev.fanlight.agent.source.RawFrame;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Scales and converts frames of any format and size. One thread uses and closes it, which frees its native memory. */
public final class FrameScaler implements AutoCloseable {

    private final SwsContext context = sws_alloc_context();

    /** Makes one for frames whose sizes and formats it learns from them. */
    public FrameScaler() {}

    /** Writes the frame into {@code target}, in its size, video range. */
    public void scale(AVFrame frame, RawFrame target) throws FfmpegException {
        scale(frame, NativeFrame.of(target));
    }

    /** Writes the frame into {@code target}, in its size and format; it has memory. */
    public void scale(AVFrame frame, AVFrame target) throws FfmpegException {
        FfmpegException.check(sws_scale_frame(context, target, frame), "scaling");
    }

    @Override
    public void close() {
        sws_free_context(context);
    }
}
