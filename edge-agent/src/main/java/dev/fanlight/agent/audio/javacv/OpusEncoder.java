package dev.fanlight.agent.audio.javacv;

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
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import dev.fanlight.agent.audio.AudioEncoder;
import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Payload;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.opus.OpusHead;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * libopus in its mode of least delay: a packet for every input, 2.5 ms of padding instead of 6.5 ms. The thread that opens it uses and
 * closes it; all native memory is freed by {@link #close()}.
 */
public final class OpusEncoder implements AudioEncoder {

    private static final long MICROS = TimeUnit.SECONDS.toMicros(1);

    private final AVCodecContext context;
    private final AVFrame input;
    private final AVPacket packet = av_packet_alloc();
    private final OpusConfig config;
    private final int channels;
    private final long paddingMicros;
    private long samplesSent;

    private OpusEncoder(AVCodecContext context, AVFrame input, OpusHead head) {
        this.context = context;
        this.input = input;
        this.config = new OpusConfig(Optional.of(head));
        this.channels = head.channels();
        this.paddingMicros = head.preSkip() * MICROS / SAMPLE_RATE;
    }

    /**
     * Opens one.
     *
     * @param channels 1 or 2
     * @param bitRate bits a second
     */
    public static OpusEncoder open(int channels, int bitRate) throws AudioException {
        AVCodec codec = avcodec_find_encoder_by_name("libopus");
        if (codec == null) {
            throw new AudioException("cannot be encoded: this build of FFmpeg has no libopus");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            configure(context, channels, bitRate);
            openContext(context, codec);
            OpusHead head = head(context);
            return new OpusEncoder(context, frame(context), head);
        } catch (AudioException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    @Override
    public OpusConfig config() {
        return config;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public AccessUnit encode(short[] samples, long captureMicros) throws AudioException {
        check(av_frame_make_writable(input), "encoding");
        int bytes = PACKET_SAMPLES * channels * Short.BYTES;
        ByteBuffer target = input.data(0).capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
        target.asShortBuffer().put(samples, 0, PACKET_SAMPLES * channels);
        input.pts(samplesSent);
        samplesSent += PACKET_SAMPLES;
        check(avcodec_send_frame(context, input), "encoding");
        check(avcodec_receive_packet(context, packet), "receiving a packet");
        try {
            ByteBuffer encoded = packet.data().capacity(packet.size()).asByteBuffer();
            Payload payload = Payload.filled(packet.size(), out -> out.put(encoded));
            return new AccessUnit(MediaKind.AUDIO, true, false, captureMicros - paddingMicros, 0, payload);
        } finally {
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(input);
        avcodec_free_context(context);
    }

    private static void configure(AVCodecContext context, int channels, int bitRate) {
        context.sample_fmt(AV_SAMPLE_FMT_S16);
        context.sample_rate(SAMPLE_RATE);
        context.time_base(new AVRational().num(1).den(SAMPLE_RATE));
        context.bit_rate(bitRate);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        av_channel_layout_default(context.ch_layout(), channels);
    }

    private static void openContext(AVCodecContext context, AVCodec codec) throws AudioException {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "application", "lowdelay", 0);
        av_dict_set(options, "frame_duration", "20", 0);
        // Otherwise a steady tone takes twice the bit rate.
        av_dict_set(options, "vbr", "constrained", 0);
        try {
            check(avcodec_open2(context, codec, options), "opening libopus");
        } finally {
            av_dict_free(options);
        }
    }

    private static OpusHead head(AVCodecContext context) throws AudioException {
        byte[] record = new byte[context.extradata_size()];
        context.extradata().get(record);
        try {
            return OpusHead.parse(record);
        } catch (BitstreamException e) {
            throw new AudioException("cannot be encoded: libopus gave no header (" + e.getMessage() + ")");
        }
    }

    private static AVFrame frame(AVCodecContext context) throws AudioException {
        AVFrame frame = av_frame_alloc();
        frame.format(AV_SAMPLE_FMT_S16);
        frame.sample_rate(SAMPLE_RATE);
        frame.nb_samples(PACKET_SAMPLES);
        av_channel_layout_default(frame.ch_layout(), context.ch_layout().nb_channels());
        int result = av_frame_get_buffer(frame, 0);
        if (result < 0) {
            av_frame_free(frame);
            check(result, "allocating a frame");
        }
        return frame;
    }

    private static void check(int result, String step) throws AudioException {
        if (result < 0) {
            throw new AudioException("cannot be encoded: " + step + " failed (FFmpeg error " + result + ")");
        }
    }
}
