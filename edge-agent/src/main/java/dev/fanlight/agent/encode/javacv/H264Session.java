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
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** One open H.264 encoder of FFmpeg: frames in, NAL units out. The thread that opens it uses and closes it, which frees its native memory. */
final class H264Session implements AutoCloseable {

    private static final int MICROS = 1_000_000;

    /** Takes the NAL units of an access unit, valid during the call. */
    interface Receiver<T> {
        T take(List<ByteBuffer> units, long micros) throws BitstreamException;
    }

    private final String name;
    private final AVCodecContext context;
    private final FrameInput input;
    private final AVPacket packet = av_packet_alloc();

    private H264Session(String name, AVCodecContext context, FrameInput input) {
        this.name = name;
        this.context = context;
        this.input = input;
    }

    /**
     * Opens one that begins with the bit rate of the settings; closes {@code input} if it cannot.
     *
     * @param name of the encoder in FFmpeg
     * @param threads how many it may use
     * @param options its own, beside those that all have
     */
    static H264Session open(
            String name,
            FrameFormat frames,
            EncodeSettings settings,
            int threads,
            Map<String, String> options,
            FrameInput input)
            throws EncodeException {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            input.close();
            throw new EncodeException("this build of FFmpeg has no " + name);
        }
        H264Session session = new H264Session(name, avcodec_alloc_context3(codec), input);
        try {
            session.configure(frames, settings, threads);
            session.rate(settings.bitRate());
            session.openContext(codec, options);
            return session;
        } catch (EncodeException e) {
            session.close();
            throw e;
        }
    }

    /** The parameter sets, where the encoder knows them before the first frame. */
    List<ByteBuffer> parameterSets() throws BitstreamException {
        if (context.extradata_size() == 0) {
            return List.of();
        }
        byte[] extradata = new byte[context.extradata_size()];
        context.extradata().get(extradata);
        return NalUnits.splitAnnexB(ByteBuffer.wrap(extradata));
    }

    /**
     * Encodes a frame.
     *
     * @param whenNone what is returned if no access unit came out
     */
    <T> T encode(RawFrame source, boolean key, Receiver<T> receiver, T whenNone) throws EncodeException {
        var frame = input.frame(source);
        frame.pts(source.captureMicros());
        frame.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        EncodeException.check(avcodec_send_frame(context, frame), "encoding a frame");
        input.taken();
        int result = avcodec_receive_packet(context, packet);
        if (result == AVERROR_EAGAIN()) {
            return whenNone;
        }
        EncodeException.check(result, "receiving an encoded frame");
        try {
            ByteBuffer stream = packet.data().capacity(packet.size()).asByteBuffer();
            return receiver.take(NalUnits.splitAnnexB(stream), packet.pts());
        } catch (BitstreamException e) {
            throw new EncodeException(name + " wrote what cannot be read: " + e.getMessage());
        } finally {
            av_packet_unref(packet);
        }
    }

    /** The limit before the average: x264 warns about, and ignores, an average above the limit. Half a second of buffer. */
    void rate(int bitsPerSecond) {
        context.rc_max_rate(bitsPerSecond);
        context.rc_buffer_size(bitsPerSecond / 2);
        context.bit_rate(bitsPerSecond);
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
        input.close();
    }

    private void configure(FrameFormat frames, EncodeSettings settings, int threads) {
        AVRational rate =
                new AVRational().num((int) Math.round(frames.fps() * 1000)).den(1000);
        context.width(frames.size().width());
        context.height(frames.size().height());
        context.time_base(new AVRational().num(1).den(MICROS));
        context.framerate(rate);
        context.gop_size((int)
                Math.max(1, Math.round(frames.fps() * settings.keyframeEvery().toMillis() / 1000.0)));
        context.max_b_frames(0);
        context.thread_count(threads);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        input.configure(context);
    }

    private void openContext(AVCodec codec, Map<String, String> own) throws EncodeException {
        AVDictionary options = new AVDictionary(null);
        own.forEach((key, value) -> av_dict_set(options, key, value, 0));
        try {
            EncodeException.check(avcodec_open2(context, codec, options), "opening " + name);
        } finally {
            av_dict_free(options);
        }
    }
}
