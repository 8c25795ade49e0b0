package dev.fanlight.agent.audio.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import dev.fanlight.agent.audio.AudioException;
import java.io.ByteArrayOutputStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * A sound device, in packets of 20 ms or a little more, without waiting for one: how much the device itself delivers at a time is between
 * one sample and half a second. One thread uses and closes it; the packet is valid until the next {@link #read()}.
 */
final class AlsaInput implements AutoCloseable {

    private static final String SAMPLE_RATE = "48000";
    private static final String MONO = "mono";
    private static final String STEREO = "stereo";
    private static final int PACKETS_PER_SECOND = 50;

    private final AVFormatContext context;
    private final String name;
    private final int sampleRate;
    private final int bytesPerSample;
    private final AVPacket piece = av_packet_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

    private AlsaInput(AVFormatContext context, String name) {
        this.context = context;
        this.name = name;
        this.sampleRate = parameters().sample_rate();
        this.bytesPerSample = Short.BYTES * parameters().ch_layout().nb_channels();
    }

    /** Opens it with one channel, and where the device has no such mode, with two. */
    static AlsaInput open(String name) throws AudioException {
        avdevice_register_all();
        AVInputFormat format = av_find_input_format("alsa");
        if (format == null) {
            throw new AudioException("cannot be captured: this build of FFmpeg has no ALSA");
        }
        AVFormatContext context = avformat_alloc_context();
        if (open(context, name, format, MONO) < 0) {
            // Opening frees the context when it fails.
            context = avformat_alloc_context();
            if (open(context, name, format, STEREO) < 0) {
                throw new AudioException(AlsaErrors.notOpened(name, System.getProperty("os.arch"), System.getenv()));
            }
        }
        return new AlsaInput(context, name);
    }

    AVCodecParameters parameters() {
        return context.streams(0).codecpar();
    }

    AVPacket packet() {
        return packet;
    }

    /** Hz. */
    int sampleRate() {
        return sampleRate;
    }

    /** Samples of each channel in the packet. */
    int samples() {
        return packet.size() / bytesPerSample;
    }

    /** Returns whether {@link #packet()} is a new one; false when it is not complete yet. */
    boolean read() throws AudioException {
        int enough = sampleRate / PACKETS_PER_SECOND * bytesPerSample;
        while (collected.size() < enough) {
            if (!readPiece()) {
                return false;
            }
        }
        fill(collected.toByteArray());
        collected.reset();
        return true;
    }

    private boolean readPiece() throws AudioException {
        av_packet_unref(piece);
        int result = av_read_frame(context, piece);
        if (result == AVERROR_EAGAIN()) {
            return false;
        }
        if (result < 0) {
            throw new AudioException(
                    "of " + name + " has ended: the device is gone or has failed (FFmpeg error " + result + ")");
        }
        byte[] bytes = new byte[piece.size()];
        piece.data().get(bytes);
        collected.write(bytes, 0, bytes.length);
        return true;
    }

    private void fill(byte[] bytes) throws AudioException {
        av_packet_unref(packet);
        if (av_new_packet(packet, bytes.length) < 0) {
            throw new AudioException("of " + name + " has ended: no memory for a packet");
        }
        packet.data().put(bytes);
    }

    @Override
    public void close() {
        av_packet_free(piece);
        av_packet_free(packet);
        avformat_close_input(context);
    }

    private static int open(AVFormatContext context, String name, AVInputFormat format, String layout) {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "sample_rate", SAMPLE_RATE, 0);
        av_dict_set(options, "ch_layout", layout, 0);
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_NONBLOCK);
        try {
            return avformat_open_input(context, name, format, options);
        } finally {
            av_dict_free(options);
        }
    }
}
