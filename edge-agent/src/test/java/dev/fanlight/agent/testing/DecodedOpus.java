package dev.fanlight.agent.testing;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;

import dev.fanlight.agent.javacv.FrameDecoder;
import dev.fanlight.media.AccessUnit;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What a player hears of packets of Opus: the first channel of each, at the time of the packet. */
public final class DecodedOpus {

    private static final int SAMPLE_RATE = 48_000;
    private static final float LOUD = 0.1f;

    /** Samples and when the first of them is to be heard, µs. */
    public record Heard(long micros, float[] samples) {}

    private DecodedOpus() {}

    public static List<Heard> of(List<AccessUnit> units, int channels) throws Exception {
        AVCodecParameters parameters = avcodec_parameters_alloc();
        parameters.codec_type(AVMEDIA_TYPE_AUDIO);
        parameters.codec_id(AV_CODEC_ID_OPUS);
        parameters.sample_rate(SAMPLE_RATE);
        av_channel_layout_default(parameters.ch_layout(), channels);
        AVPacket packet = av_packet_alloc();
        List<Heard> heard = new ArrayList<>();
        try (FrameDecoder decoder = FrameDecoder.ofMicros(parameters)) {
            for (AccessUnit unit : units) {
                av_new_packet(packet, unit.size());
                packet.data()
                        .capacity(unit.size())
                        .asByteBuffer()
                        .put(unit.payload().bytes());
                packet.pts(unit.captureMicros());
                decoder.send(packet);
                while (decoder.receive()) {
                    heard.add(new Heard(unit.captureMicros(), firstChannel(decoder.frame())));
                }
            }
            return heard;
        } finally {
            av_packet_free(packet);
            avcodec_parameters_free(parameters);
        }
    }

    /** When each sound begins after at least 200 ms of silence, µs on the media clock. */
    public static List<Long> onsets(List<Heard> heard) {
        List<Long> onsets = new ArrayList<>();
        long lastLoud = Long.MIN_VALUE / 2;
        for (Heard one : heard) {
            for (int i = 0; i < one.samples().length; i++) {
                if (Math.abs(one.samples()[i]) > LOUD) {
                    long micros = one.micros() + i * 1_000_000L / SAMPLE_RATE;
                    if (micros - lastLoud > 200_000) {
                        onsets.add(micros);
                    }
                    lastLoud = micros;
                }
            }
        }
        return onsets;
    }

    /** Planar floats, as FFmpeg’s own decoder of Opus makes them. */
    private static float[] firstChannel(AVFrame frame) {
        float[] samples = new float[frame.nb_samples()];
        frame.data(0)
                .capacity((long) samples.length * Float.BYTES)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .get(samples);
        return samples;
    }
}
