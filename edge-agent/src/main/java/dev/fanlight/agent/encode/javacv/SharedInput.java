package dev.fanlight.agent.encode.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.javacv.NativeFrame;
import dev.fanlight.agent.source.RawFrame;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Frames in main memory, which the encoder shares until it has taken them. */
final class SharedInput implements FrameInput {

    private final AVFrame view = av_frame_alloc();

    @Override
    public void configure(AVCodecContext context) {
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.color_range(AVCOL_RANGE_MPEG);
    }

    @Override
    public AVFrame frame(RawFrame source) throws EncodeException {
        av_frame_unref(view);
        EncodeException.check(av_frame_ref(view, NativeFrame.of(source)), "sharing a frame");
        return view;
    }

    @Override
    public void taken() {
        av_frame_unref(view);
    }

    @Override
    public void close() {
        av_frame_free(view);
    }
}
