package dev.fanlight.agent.encode.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.javacv.NativeFrame;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.source.RawFrame;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** One frame to one JPEG file, with FFmpeg’s encoder. Stateless: a still is rare, and its encoder opens in a millisecond. */
public final class JpegEncoder {

    /** FFmpeg’s scale of quality, 1–31; 3 cannot be told from the frame by eye. */
    private static final int QUALITY = 3;

    /** {@code FF_QP2LAMBDA}, which the presets leave out. */
    private static final int LAMBDA = 118;

    /** JPEG is full range (JFIF), frames are limited range: luma 16–235, chroma 16–240 around 128. */
    private static final byte[] FULL_LUMA = stretched(16, 219, 0);

    private static final byte[] FULL_CHROMA = stretched(128, 224, 128);

    private JpegEncoder() {}

    /** The file. The frame stays the caller’s. */
    public static byte[] encode(RawFrame frame) throws EncodeException {
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
        if (codec == null) {
            throw new EncodeException("this build of FFmpeg has no JPEG encoder");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try (NativeFramePool pool = new NativeFramePool(1);
                RawFrame full = pool.acquire(frame.format(), 0)) {
            configure(context, frame);
            EncodeException.check(avcodec_open2(context, codec, (AVDictionary) null), "opening the JPEG encoder");
            full.fill(fullRange(frame));
            AVFrame input = NativeFrame.of(full);
            input.color_range(AVCOL_RANGE_JPEG);
            input.quality(QUALITY * LAMBDA);
            input.pts(0);
            EncodeException.check(avcodec_send_frame(context, input), "encoding a JPEG");
            return packet(context);
        } finally {
            avcodec_free_context(context);
        }
    }

    private static void configure(AVCodecContext context, RawFrame frame) {
        context.width(frame.format().size().width());
        context.height(frame.format().size().height());
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.color_range(AVCOL_RANGE_JPEG);
        context.time_base(new AVRational().num(1).den(25));
        context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
        context.global_quality(QUALITY * LAMBDA);
    }

    private static byte[] packet(AVCodecContext context) throws EncodeException {
        AVPacket packet = av_packet_alloc();
        try {
            EncodeException.check(avcodec_receive_packet(context, packet), "receiving a JPEG");
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            return bytes;
        } finally {
            av_packet_free(packet);
        }
    }

    private static byte[] fullRange(RawFrame frame) {
        byte[] data = frame.data();
        int luma = frame.format().lumaBytes();
        for (int i = 0; i < data.length; i++) {
            data[i] = (i < luma ? FULL_LUMA : FULL_CHROMA)[data[i] & 0xFF];
        }
        return data;
    }

    private static byte[] stretched(int middle, int span, int middleAfter) {
        byte[] table = new byte[256];
        for (int value = 0; value < table.length; value++) {
            long full = Math.round((value - middle) * 255.0 / span) + middleAfter;
            table[value] = (byte) Math.max(0, Math.min(255, full));
        }
        return table;
    }
}
