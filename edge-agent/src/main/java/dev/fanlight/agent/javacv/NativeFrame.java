package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A frame of FFmpeg: reference-counted memory, which a decoder, a pool and an encoder share without copying. It holds samples alone, no
 * side data of the stream it comes from.
 */
public final class NativeFrame implements RawFrame {

    private final AVFrame frame;
    private final FrameFormat format;
    private final long captureMicros;
    private final Consumer<AVFrame> release;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /** {@code release} gets the frame when it is closed. */
    NativeFrame(AVFrame frame, FrameFormat format, long captureMicros, Consumer<AVFrame> release) {
        this.frame = frame;
        this.format = format;
        this.captureMicros = captureMicros;
        this.release = release;
    }

    /** Shares the samples of a decoded I420 frame of this format. */
    static NativeFrame sharing(AVFrame decoded, FrameFormat format, long captureMicros) {
        AVFrame own = av_frame_alloc();
        own.width(decoded.width());
        own.height(decoded.height());
        own.format(AV_PIX_FMT_YUV420P);
        own.color_range(AVCOL_RANGE_MPEG);
        for (int index = 0; index < PLANES; index++) {
            own.data(index, decoded.data(index));
            own.linesize(index, decoded.linesize(index));
            AVBufferRef buffer = decoded.buf(index);
            if (buffer != null) {
                own.buf(index, reference(buffer, own));
            }
        }
        return new NativeFrame(own, format, captureMicros, NativeFrame::free);
    }

    /** The frame of FFmpeg behind a raw frame; valid until that is closed, and not to be changed. */
    public static AVFrame of(RawFrame frame) {
        if (frame instanceof NativeFrame own) {
            return own.frame;
        }
        throw new IllegalArgumentException("a frame of another origin: " + frame.getClass());
    }

    @Override
    public FrameFormat format() {
        return format;
    }

    @Override
    public long captureMicros() {
        return captureMicros;
    }

    @Override
    public ByteBuffer plane(int index) {
        long bytes = (long) stride(index) * (format.rows(index) - 1) + format.columns(index);
        return frame.data(index).capacity(bytes).asByteBuffer();
    }

    @Override
    public int stride(int index) {
        return frame.linesize(index);
    }

    @Override
    public RawFrame share() {
        AVFrame other = av_frame_clone(frame);
        if (other == null) {
            throw new OutOfMemoryError("no native memory for a frame");
        }
        return new NativeFrame(other, format, captureMicros, NativeFrame::free);
    }

    @Override
    public void close() {
        if (open.getAndSet(false)) {
            release.accept(frame);
        }
    }

    /** Releases its share of the samples; they are freed with the last one. */
    static void free(AVFrame frame) {
        av_frame_free(frame);
    }

    private static AVBufferRef reference(AVBufferRef buffer, AVFrame owner) {
        AVBufferRef reference = av_buffer_ref(buffer);
        if (reference == null) {
            free(owner);
            throw new OutOfMemoryError("no native memory for a frame");
        }
        return reference;
    }
}
