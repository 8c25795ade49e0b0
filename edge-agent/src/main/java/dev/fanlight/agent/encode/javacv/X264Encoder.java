package dev.fanlight.agent.encode.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H264Nal;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * libx264 with {@code tune=zerolatency}: a packet for every input, no B-frames, baseline profile (every decoder knows it,
 * the small WASM ones too). Measured: a forced key frame comes exactly at the asked input, a new bitrate holds within a
 * second without a key frame. The thread that opens it uses and closes it; all native memory is freed by {@link #close()}.
 */
public final class X264Encoder implements VideoEncoder {

    private static final int MICROS = 1_000_000;
    private static final int MAX_THREADS = 4;
    private static final NalCodec NALS = new H264Nal();

    private final AVCodecContext context;
    private final EncoderFrame input;
    private final AVPacket packet;
    private final VideoFormat format;

    private X264Encoder(AVCodecContext context, EncoderFrame input, AVPacket packet, VideoFormat format) {
        this.context = context;
        this.input = input;
        this.packet = packet;
        this.format = format;
    }

    /**
     * Opens one that begins with the bitrate of the settings.
     *
     * @param cores how many processors encoding may use
     */
    public static X264Encoder open(FrameFormat frames, EncodeSettings settings, int cores) throws EncodeException {
        AVCodec codec = avcodec_find_encoder_by_name("libx264");
        if (codec == null) {
            throw new EncodeException("this build of FFmpeg has no libx264");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            configure(context, frames, settings, Math.min(cores, MAX_THREADS));
            setRate(context, settings.bitRate());
            openContext(context, codec, settings);
            VideoFormat format = formatOf(context, frames);
            return new X264Encoder(context, EncoderFrame.allocate(frames), av_packet_alloc(), format);
        } catch (EncodeException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    @Override
    public VideoFormat format() {
        return format;
    }

    @Override
    public Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException {
        input.fill(frame);
        input.frame().pts(frame.captureMicros());
        input.frame().pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        check(avcodec_send_frame(context, input.frame()), "encoding a frame");
        int result = avcodec_receive_packet(context, packet);
        if (result == AVERROR_EAGAIN()) {
            return Optional.empty();
        }
        check(result, "receiving an encoded frame");
        try {
            ByteBuffer stream = packet.data().capacity(packet.size()).asByteBuffer();
            AccessUnit unit = AvccPayload.of(NALS, NalUnits.splitAnnexB(stream), packet.pts(), 0);
            return unit.size() == 0 ? Optional.empty() : Optional.of(unit);
        } catch (BitstreamException e) {
            throw new EncodeException("x264 wrote what cannot be read: " + e.getMessage());
        } finally {
            av_packet_unref(packet);
        }
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        setRate(context, bitsPerSecond);
    }

    @Override
    public void close() {
        av_packet_free(packet);
        input.close();
        avcodec_free_context(context);
    }

    private static void configure(AVCodecContext context, FrameFormat frames, EncodeSettings settings, int threads) {
        AVRational rate =
                new AVRational().num((int) Math.round(frames.fps() * 1000)).den(1000);
        context.width(frames.size().width());
        context.height(frames.size().height());
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.color_range(AVCOL_RANGE_MPEG);
        context.time_base(new AVRational().num(1).den(MICROS));
        context.framerate(rate);
        context.gop_size((int)
                Math.max(1, Math.round(frames.fps() * settings.keyframeEvery().toMillis() / 1000.0)));
        context.max_b_frames(0);
        context.thread_count(threads);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }

    /** The limit before the average: x264 warns about, and ignores, an average above the limit. Half a second of buffer. */
    private static void setRate(AVCodecContext context, int bitsPerSecond) {
        context.rc_max_rate(bitsPerSecond);
        context.rc_buffer_size(bitsPerSecond / 2);
        context.bit_rate(bitsPerSecond);
    }

    private static void openContext(AVCodecContext context, AVCodec codec, EncodeSettings settings)
            throws EncodeException {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "preset", settings.preset().x264Name(), 0);
        av_dict_set(options, "tune", "zerolatency", 0);
        av_dict_set(options, "profile", "baseline", 0);
        av_dict_set(options, "forced-idr", "1", 0);
        av_dict_set(options, "sc_threshold", "0", 0);
        try {
            check(avcodec_open2(context, codec, options), "opening x264");
        } finally {
            av_dict_free(options);
        }
    }

    private static VideoFormat formatOf(AVCodecContext context, FrameFormat frames) throws EncodeException {
        try {
            byte[] extradata = new byte[context.extradata_size()];
            context.extradata().get(extradata);
            H264Config config = H264Config.of(NalUnits.splitAnnexB(ByteBuffer.wrap(extradata)));
            return new VideoFormat(config, config.shape().withFrameRate(frames.fps()));
        } catch (BitstreamException e) {
            throw new EncodeException("x264 gave no parameter sets: " + e.getMessage());
        }
    }

    private static void check(int result, String step) throws EncodeException {
        if (result < 0) {
            throw new EncodeException(step + " failed (FFmpeg error " + result + ")");
        }
    }
}
