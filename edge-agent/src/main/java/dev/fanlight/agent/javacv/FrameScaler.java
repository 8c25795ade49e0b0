package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import dev.fanlight.agent.source.FrameSize;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;

/** Scales frames of any format and size to I420 of one size, video range. One thread uses and closes it, which frees its native memory. */
public final class FrameScaler implements AutoCloseable {

    private final FrameSize size;
    private final SwsContext context = sws_alloc_context();
    private final AVFrame scaled = av_frame_alloc();

    private FrameScaler(FrameSize size) {
        this.size = size;
    }

    /** Makes one that scales to this size; fails without memory. */
    public static FrameScaler to(FrameSize size) throws FfmpegException {
        FrameScaler scaler = new FrameScaler(size);
        try {
            scaler.allocate();
            return scaler;
        } catch (FfmpegException e) {
            scaler.close();
            throw e;
        }
    }

    /** Writes the scaled frame into {@code target}: planes without gaps. */
    public void scale(AVFrame frame, byte[] target) throws FfmpegException {
        FfmpegException.check(av_frame_make_writable(scaled), "scaling");
        FfmpegException.check(sws_scale_frame(context, scaled, frame), "scaling");
        int luma = size.width() * size.height();
        copy(0, target, 0, size.width(), size.height());
        copy(1, target, luma, size.width() / 2, size.height() / 2);
        copy(2, target, luma + luma / 4, size.width() / 2, size.height() / 2);
    }

    @Override
    public void close() {
        av_frame_free(scaled);
        sws_free_context(context);
    }

    private void allocate() throws FfmpegException {
        scaled.width(size.width());
        scaled.height(size.height());
        scaled.format(AV_PIX_FMT_YUV420P);
        scaled.color_range(AVCOL_RANGE_MPEG);
        FfmpegException.check(av_frame_get_buffer(scaled, 0), "allocating a frame");
    }

    private void copy(int plane, byte[] target, int to, int width, int height) {
        int stride = scaled.linesize(plane);
        BytePointer source = scaled.data(plane);
        for (int y = 0; y < height; y++) {
            source.position((long) y * stride).get(target, to + y * width, width);
        }
    }
}
