package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * The best video stream of a file or device, packet by packet. One thread uses and closes it; the packet is valid until the
 * next {@link #read()}.
 */
final class MediaInput implements AutoCloseable {

    private static final double MICROS = 1_000_000;

    private final AVFormatContext context;
    private final AVStream stream;
    private final AVPacket packet = av_packet_alloc();
    private final double microsPerTick;

    private MediaInput(AVFormatContext context, AVStream stream) {
        this.context = context;
        this.stream = stream;
        this.microsPerTick = av_q2d(stream.time_base()) * MICROS;
    }

    /** Opens a file, or a device when {@code format} is given. */
    static MediaInput open(String path, @Nullable AVInputFormat format, Map<String, String> options)
            throws FfmpegException {
        AVFormatContext context = avformat_alloc_context();
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        try {
            // Frees the context itself when it fails.
            FfmpegException.check(avformat_open_input(context, path, format, dictionary), "opening " + path);
        } finally {
            av_dict_free(dictionary);
        }
        try {
            // A camera has told all when it is open; probing would only cost its first pictures.
            FfmpegException.check(
                    format != null
                            ? 0
                            : avformat_find_stream_info(context, new PointerPointer<Pointer>((Pointer) null)),
                    "probing " + path);
            int index = FfmpegException.check(
                    av_find_best_stream(
                            context, AVMEDIA_TYPE_VIDEO, -1, -1, new PointerPointer<Pointer>((Pointer) null), 0),
                    "finding video");
            return new MediaInput(context, context.streams(index));
        } catch (FfmpegException e) {
            avformat_close_input(context);
            throw e;
        }
    }

    AVCodecParameters parameters() {
        return stream.codecpar();
    }

    /** Pictures a second as the container tells, 0 when it does not. */
    double fps() {
        double average = av_q2d(stream.avg_frame_rate());
        return Double.isFinite(average) && average > 0 ? average : 0;
    }

    /** The next packet of the video; false at the end. */
    boolean read() throws FfmpegException {
        int result;
        do {
            av_packet_unref(packet);
            result = av_read_frame(context, packet);
        } while (result >= 0 && packet.stream_index() != stream.index());
        if (result == AVERROR_EOF()) {
            return false;
        }
        FfmpegException.check(result, "reading");
        return true;
    }

    AVPacket packet() {
        return packet;
    }

    /** Ticks of the stream in µs. */
    long micros(long ticks) {
        return Math.round(ticks * microsPerTick);
    }

    long decodingMicros() {
        return micros(packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts());
    }

    long presentationMicros() {
        return micros(packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts());
    }

    /** Goes back to the beginning. */
    void rewind() throws FfmpegException {
        long first = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
        seek(first);
    }

    /** Goes back to the key frame at or before the packet that was read last. */
    void backToKeyFrame() throws FfmpegException {
        seek(packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts());
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_close_input(context);
    }

    private void seek(long ticks) throws FfmpegException {
        FfmpegException.check(av_seek_frame(context, stream.index(), ticks, AVSEEK_FLAG_BACKWARD), "seeking");
    }
}
