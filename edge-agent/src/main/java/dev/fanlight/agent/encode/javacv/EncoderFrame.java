package dev.fanlight.agent.encode.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** A native frame that is filled again and again: x264 and the scaler copy what they are given. One thread; freed by {@link #close()}. */
final class EncoderFrame implements AutoCloseable {

    private final AVFrame frame;
    private final FrameFormat format;

    private EncoderFrame(AVFrame frame, FrameFormat format) {
        this.frame = frame;
        this.format = format;
    }

    static EncoderFrame allocate(FrameFormat format) throws EncodeException {
        AVFrame frame = av_frame_alloc();
        frame.color_range(AVCOL_RANGE_MPEG);
        frame.width(format.size().width());
        frame.height(format.size().height());
        frame.format(AV_PIX_FMT_YUV420P);
        int result = av_frame_get_buffer(frame, 0);
        if (result < 0) {
            av_frame_free(frame);
            throw new EncodeException("no memory for a frame (FFmpeg error " + result + ")");
        }
        return new EncoderFrame(frame, format);
    }

    AVFrame frame() {
        return frame;
    }

    void fill(RawFrame source) {
        fill(source.data());
    }

    /** {@code source} is I420 of its format, planes without gaps. */
    void fill(byte[] source) {
        int width = format.size().width();
        int height = format.size().height();
        copy(source, 0, 0, width, height);
        copy(source, format.lumaBytes(), 1, width / 2, height / 2);
        copy(source, format.lumaBytes() + format.chromaBytes(), 2, width / 2, height / 2);
    }

    @Override
    public void close() {
        av_frame_free(frame);
    }

    private void copy(byte[] source, int from, int plane, int width, int height) {
        int stride = frame.linesize(plane);
        BytePointer target = frame.data(plane);
        if (stride == width) {
            target.position(0).put(source, from, width * height);
            return;
        }
        for (int y = 0; y < height; y++) {
            target.position((long) y * stride).put(source, from + y * width, width);
        }
    }
}
