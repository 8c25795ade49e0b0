package dev.fanlight.agent.audio.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_ALAW;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_MULAW;

import dev.fanlight.agent.config.EncodeMode;
import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.media.AacConfig;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.G711Config;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.opus.OpusHead;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** Which sound is published as it is, and what its access units are. Stateless. */
final class PassedSound {

    private static final int STEREO = 2;
    private static final int ADTS_BYTES = 7;
    private static final int CHECKSUM_BYTES = 2;
    private static final int ADTS_SYNC = 0xFFF0;
    private static final int ADTS_SYNC_MASK = 0xFFF6;

    private PassedSound() {}

    /** Codec and configuration of a stream that can be passed through; empty for any other. */
    static Optional<CodecConfig> config(InputTrack stream, EncodeMode mode) {
        try {
            Optional<byte[]> record = stream.record();
            return switch (stream.parameters().codec_id()) {
                case AV_CODEC_ID_AAC ->
                    Optional.of(AacConfig.of(
                            record.isPresent()
                                    ? AudioSpecificConfig.parse(record.get())
                                    : ofAdts(stream.parameters())));
                case AV_CODEC_ID_OPUS ->
                    opus(record, stream.parameters().ch_layout().nb_channels());
                case AV_CODEC_ID_PCM_ALAW -> g711(G711Config.Law.A, mode);
                case AV_CODEC_ID_PCM_MULAW -> g711(G711Config.Law.MU, mode);
                default -> Optional.empty();
            };
        } catch (BitstreamException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The access unit in a packet, which is not consumed: without an ADTS header (ISO/IEC 14496-3 §1.A.2.2). */
    static ByteBuffer payload(CodecConfig config, ByteBuffer packet) {
        int header = config instanceof AacConfig ? adtsBytes(packet) : 0;
        return packet.duplicate().position(packet.position() + header);
    }

    /** Length of the header; 0 where there is none, or nothing behind it. */
    private static int adtsBytes(ByteBuffer packet) {
        if (packet.remaining() <= ADTS_BYTES || (packet.duplicate().getShort() & ADTS_SYNC_MASK) != ADTS_SYNC) {
            return 0;
        }
        boolean checksum = (packet.get(packet.position() + 1) & 1) == 0;
        int header = checksum ? ADTS_BYTES + CHECKSUM_BYTES : ADTS_BYTES;
        return packet.remaining() > header ? header : 0;
    }

    /** MPEG-TS has a header in front of each frame instead of a record. */
    private static AudioSpecificConfig ofAdts(AVCodecParameters parameters) {
        return AudioSpecificConfig.of(
                parameters.profile() + 1,
                parameters.sample_rate(),
                parameters.ch_layout().nb_channels());
    }

    /** RTP sends no head, which mono and stereo do without. */
    private static Optional<CodecConfig> opus(Optional<byte[]> head, int channels) throws BitstreamException {
        if (head.isPresent()) {
            return Optional.of(new OpusConfig(Optional.of(OpusHead.parse(head.get()))));
        }
        return channels <= STEREO ? Optional.of(new OpusConfig(Optional.empty())) : Optional.empty();
    }

    private static Optional<CodecConfig> g711(G711Config.Law law, EncodeMode mode) {
        return mode == EncodeMode.NONE ? Optional.of(new G711Config(law)) : Optional.empty();
    }
}
