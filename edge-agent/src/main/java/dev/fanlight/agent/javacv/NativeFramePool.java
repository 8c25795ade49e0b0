package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_is_writable;

import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.RawFrame;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Frames in memory of FFmpeg. When it is closed it frees the spare ones, and later those that are still in use. Thread safe. */
public final class NativeFramePool implements FramePool, AutoCloseable {

    private final BlockingQueue<AVFrame> spare;
    private volatile boolean closed;

    /** Keeps at most {@code spares} unused frames, at least one. */
    public NativeFramePool(int spares) {
        this.spare = new ArrayBlockingQueue<>(spares);
    }

    @Override
    public RawFrame acquire(FrameFormat format, long captureMicros) {
        return new NativeFrame(memory(format), format, captureMicros, this::giveBack);
    }

    /** How many unused frames are kept now. */
    public int spares() {
        return spare.size();
    }

    @Override
    public void close() {
        closed = true;
        for (AVFrame frame = spare.poll(); frame != null; frame = spare.poll()) {
            NativeFrame.free(frame);
        }
    }

    /** An encoder, or another owner, may still hold a share of a frame that was given back: that one is not written to. */
    private AVFrame memory(FrameFormat format) {
        AVFrame reused = spare.poll();
        if (reused != null) {
            boolean fits = reused.width() == format.size().width()
                    && reused.height() == format.size().height();
            if (fits && av_frame_is_writable(reused) != 0) {
                return reused;
            }
            NativeFrame.free(reused);
        }
        return allocate(format);
    }

    private void giveBack(AVFrame frame) {
        if (!spare.offer(frame)) {
            NativeFrame.free(frame);
        }
        if (closed) {
            close();
        }
    }

    private static AVFrame allocate(FrameFormat format) {
        AVFrame frame = av_frame_alloc();
        frame.width(format.size().width());
        frame.height(format.size().height());
        frame.format(AV_PIX_FMT_YUV420P);
        frame.color_range(AVCOL_RANGE_MPEG);
        if (av_frame_get_buffer(frame, 0) < 0) {
            NativeFrame.free(frame);
            throw new OutOfMemoryError("no native memory for a frame");
        }
        return frame;
    }
}
