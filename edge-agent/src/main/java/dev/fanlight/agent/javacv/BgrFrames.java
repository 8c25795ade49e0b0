package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import dev.fanlight.agent.source.RawFrame;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacv.Frame;

/**
 * Converts raw frames to JavaCV frames (BGR, 8 bits), for programs that use OpenCV through JavaCV’s
 * {@code OpenCVFrameConverter}. One thread uses and closes it.
 */
public final class BgrFrames implements AutoCloseable {

    private static final int CHANNELS = 3;

    private final SwsContext context = sws_alloc_context();

    /** Creates one; loads FFmpeg. */
    public BgrFrames() {}

    /** A copy that stays valid; the caller closes it. */
    public Frame convert(RawFrame raw) {
        int width = raw.format().size().width();
        int height = raw.format().size().height();
        AVFrame target = allocate(width, height);
        try {
            if (sws_scale_frame(context, target, NativeFrame.of(raw)) < 0) {
                throw new IllegalStateException("I420 converts to BGR");
            }
            return copy(target, width, height);
        } finally {
            av_frame_free(target);
        }
    }

    @Override
    public void close() {
        sws_free_context(context);
    }

    private static AVFrame allocate(int width, int height) {
        AVFrame frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_BGR24);
        frame.width(width);
        frame.height(height);
        if (av_frame_get_buffer(frame, 0) < 0) {
            av_frame_free(frame);
            throw new OutOfMemoryError("no native memory for a frame");
        }
        return frame;
    }

    private static Frame copy(AVFrame source, int width, int height) {
        Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, CHANNELS);
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        byte[] row = new byte[width * CHANNELS];
        for (int y = 0; y < height; y++) {
            source.data(0).position((long) y * source.linesize(0)).get(row);
            pixels.put(y * frame.imageStride, row);
        }
        return frame;
    }
}
