package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/** Decodes packets to frames. One thread uses and closes it; the frame is valid until the next {@link #receive()}. */
public final class FrameDecoder implements AutoCloseable {

    private static final int MICROS = 1_000_000;

    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket copy = av_packet_alloc();
    private long damaged;

    private FrameDecoder(AVCodecContext context) {
        this.context = context;
    }

    /** Opens one for a stream that is known by its codec alone, an {@code AV_CODEC_ID_…}: it learns the rest from the packets. */
    public static FrameDecoder open(int codecId) throws FfmpegException {
        AVCodecParameters parameters = avcodec_parameters_alloc();
        try {
            return open(parameters.codec_type(AVMEDIA_TYPE_VIDEO).codec_id(codecId));
        } finally {
            avcodec_parameters_free(parameters);
        }
    }

    /** Opens one for packets in the time base of their stream, which it does not read. */
    public static FrameDecoder open(AVCodecParameters parameters) throws FfmpegException {
        return open(parameters, new AVRational().num(0).den(1));
    }

    /** Opens one for packets whose times are in µs, so that frames of sound have theirs, too, whatever the decoder keeps or cuts off. */
    public static FrameDecoder ofMicros(AVCodecParameters parameters) throws FfmpegException {
        return open(parameters, new AVRational().num(1).den(MICROS));
    }

    private static FrameDecoder open(AVCodecParameters parameters, AVRational timeBase) throws FfmpegException {
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw new FfmpegException(-1, "finding a decoder");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            FfmpegException.check(avcodec_parameters_to_context(context, parameters), "configuring the decoder");
            context.pkt_timebase(timeBase);
            FfmpegException.check(avcodec_open2(context, codec, new AVDictionary(null)), "opening the decoder");
            return new FrameDecoder(context);
        } catch (FfmpegException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    /** Sends it a packet; null begins draining. A damaged packet costs its frame and is no failure. */
    public void send(@Nullable AVPacket packet) throws FfmpegException {
        int result = avcodec_send_packet(context, packet);
        if (result == AVERROR_INVALIDDATA()) {
            damaged++;
            return;
        }
        FfmpegException.check(result, "decoding");
    }

    /** Sends it a copy of a packet; the time of its frame, µs, is the presentation time of {@link #frame()} then. */
    public void send(ByteBuffer bytes, long micros) throws FfmpegException {
        FfmpegException.check(av_new_packet(copy, bytes.remaining()), "allocating a packet");
        copy.data().capacity(copy.size()).asByteBuffer().put(bytes.duplicate());
        copy.pts(micros);
        try {
            send(copy);
        } finally {
            av_packet_unref(copy);
        }
    }

    /** Returns whether {@link #frame()} is a new one. */
    public boolean receive() throws FfmpegException {
        int result = avcodec_receive_frame(context, frame);
        if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
            return false;
        }
        if (result == AVERROR_INVALIDDATA()) {
            damaged++;
            return false;
        }
        FfmpegException.check(result, "decoding");
        return true;
    }

    /** How many packets were damaged so far, so that their frames are missing. */
    public long damaged() {
        return damaged;
    }

    public AVFrame frame() {
        return frame;
    }

    /** Discards its state, so that decoding can start at another key frame. */
    public void flush() {
        avcodec_flush_buffers(context);
    }

    @Override
    public void close() {
        av_packet_free(copy);
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
