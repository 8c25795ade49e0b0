package dev.fanlight.agent.encode.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.H265Config;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** FFmpeg's own decoder, fed as a player is: with the decoder configuration record and AVCC access units. */
public final class DecodingCheck implements AutoCloseable {

    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();

    public DecodingCheck(CodecConfig config) {
        AVCodec codec = avcodec_find_decoder(config instanceof H265Config ? AV_CODEC_ID_HEVC : AV_CODEC_ID_H264);
        context = avcodec_alloc_context3(codec);
        byte[] record = config.record().orElseThrow();
        BytePointer extradata = new BytePointer(av_malloc(record.length + 64L));
        extradata.put(record, 0, record.length);
        context.extradata(extradata);
        context.extradata_size(record.length);
        context.thread_count(1);
        context.flags(context.flags() | org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY);
        if (avcodec_open2(context, codec, new AVDictionary(null)) < 0) {
            throw new AssertionError("the decoder does not take the record");
        }
    }

    /** Decodes one; an error of the decoder fails the test. */
    public Optional<DecodedFrame> decode(AccessUnit unit) {
        av_new_packet(packet, unit.size());
        packet.data().put(unit.payload().toArray(), 0, unit.size());
        int sent = avcodec_send_packet(context, packet);
        org.bytedeco.ffmpeg.global.avcodec.av_packet_unref(packet);
        if (sent < 0) {
            throw new AssertionError("the decoder refuses an access unit: " + sent);
        }
        if (avcodec_receive_frame(context, frame) < 0) {
            return Optional.empty();
        }
        int size = frame.linesize(0) * frame.height();
        byte[] luma = new byte[size];
        frame.data(0).get(luma, 0, size);
        return Optional.of(new DecodedFrame(ByteBuffer.wrap(luma), frame.linesize(0), frame.width(), frame.height()));
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
