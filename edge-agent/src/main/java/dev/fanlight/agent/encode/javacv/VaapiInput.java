package dev.fanlight.agent.encode.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_ctx_create;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_ctx_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_ctx_init;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_transfer_data;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameScaler;
import dev.fanlight.agent.javacv.NativeFrame;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVHWFramesContext;

/** Copies frames to the memory of a graphics processor, as NV12, which all of them read. */
final class VaapiInput implements FrameInput {

    /** Frames on the graphics processor: one being encoded, its reference, and some room for the driver. */
    private static final int SURFACES = 8;

    private final FrameSize size;
    private final FrameScaler scaler = new FrameScaler();
    private final AVFrame staged = av_frame_alloc();
    private final AVFrame surface = av_frame_alloc();
    private final AVBufferRef device = new AVBufferRef(null);
    private AVBufferRef surfaces = new AVBufferRef(null);

    private VaapiInput(FrameSize size) {
        this.size = size;
    }

    /** Opens the graphics processor that the driver names first. */
    static VaapiInput open(FrameSize size) throws EncodeException {
        VaapiInput input = new VaapiInput(size);
        try {
            input.open();
            return input;
        } catch (EncodeException e) {
            input.close();
            throw e;
        }
    }

    private void open() throws EncodeException {
        int result = av_hwdevice_ctx_create(device, AV_HWDEVICE_TYPE_VAAPI, (String) null, (AVDictionary) null, 0);
        EncodeException.check(result, "opening a graphics processor");
        surfaces = av_hwframe_ctx_alloc(device);
        AVHWFramesContext frames = new AVHWFramesContext(surfaces.data());
        frames.format(AV_PIX_FMT_VAAPI);
        frames.sw_format(AV_PIX_FMT_NV12);
        frames.width(size.width());
        frames.height(size.height());
        frames.initial_pool_size(SURFACES);
        EncodeException.check(av_hwframe_ctx_init(surfaces), "allocating frames on the graphics processor");
        staged.width(size.width());
        staged.height(size.height());
        staged.format(AV_PIX_FMT_NV12);
        staged.color_range(AVCOL_RANGE_MPEG);
        EncodeException.check(av_frame_get_buffer(staged, 0), "allocating a frame");
    }

    @Override
    public void configure(AVCodecContext context) {
        context.pix_fmt(AV_PIX_FMT_VAAPI);
        context.color_range(AVCOL_RANGE_MPEG);
        context.hw_frames_ctx(av_buffer_ref(surfaces));
    }

    @Override
    public AVFrame frame(RawFrame source) throws EncodeException {
        try {
            scaler.scale(NativeFrame.of(source), staged);
        } catch (FfmpegException e) {
            throw new EncodeException(String.valueOf(e.getMessage()));
        }
        av_frame_unref(surface);
        EncodeException.check(av_hwframe_get_buffer(surfaces, surface, 0), "taking a frame of the graphics processor");
        EncodeException.check(av_hwframe_transfer_data(surface, staged, 0), "copying to the graphics processor");
        return surface;
    }

    @Override
    public void taken() {
        av_frame_unref(surface);
    }

    @Override
    public void close() {
        av_frame_free(surface);
        av_frame_free(staged);
        if (!surfaces.isNull()) {
            av_buffer_unref(surfaces);
        }
        if (!device.isNull()) {
            av_buffer_unref(device);
        }
        scaler.close();
    }
}
