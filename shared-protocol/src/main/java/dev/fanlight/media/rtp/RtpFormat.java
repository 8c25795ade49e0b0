package dev.fanlight.media.rtp;

import dev.fanlight.media.AacConfig;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.G711Config;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.opus.OpusHead;
import java.util.Optional;

/**
 * How a track is carried and described. Immutable.
 *
 * @param kind video or audio
 * @param payloadType 0–127; the static one where the format has one (RFC 3551), else by kind
 * @param name encoding name and clock rate, for audio also the channels, as {@code rtpmap} has them
 * @param clockRate ticks of the timestamp in a second
 * @param parameters as {@code fmtp} has them; may be empty
 * @param packetizer splits its access units
 */
public record RtpFormat(
        MediaKind kind, int payloadType, String name, int clockRate, String parameters, RtpPacketizer packetizer) {

    private static final int VIDEO_TYPE = 96;
    private static final int AUDIO_TYPE = 97;
    private static final int PCMU_TYPE = 0;
    private static final int PCMA_TYPE = 8;
    private static final int VIDEO_CLOCK = 90_000;
    private static final int TELEPHONE_RATE = 8_000;

    /** The format of a track; empty when there is none here: another codec, encrypted, or Opus with more than two channels. */
    public static Optional<RtpFormat> of(Track track) {
        if (track.encryption().isPresent()) {
            return Optional.empty();
        }
        CodecConfig config = track.config();
        if (config instanceof H264Config h264) {
            return Optional.of(video("H264", FormatParameters.of(h264), h264));
        }
        if (config instanceof H265Config h265) {
            return Optional.of(video("H265", FormatParameters.of(h265), h265));
        }
        return track.shape() instanceof AudioShape shape ? audio(config, shape) : Optional.empty();
    }

    /**
     * Whether a receiver that was described this format also takes the other one: parameter sets of video come with its packets, everything else
     * is in the description.
     */
    public boolean isContinuedBy(RtpFormat other) {
        boolean isNamedSo = payloadType == other.payloadType && name.equals(other.name);
        return isNamedSo && (kind == MediaKind.VIDEO || parameters.equals(other.parameters));
    }

    private static Optional<RtpFormat> audio(CodecConfig config, AudioShape shape) {
        if (config instanceof AacConfig aac) {
            return Optional.of(
                    audio(AUDIO_TYPE, "mpeg4-generic", shape, FormatParameters.of(aac), new AacPacketizer()));
        }
        if (config instanceof G711Config g711) {
            return Optional.of(samples(g711, shape));
        }
        if (config instanceof OpusConfig && shape.channels() <= 2) {
            // Always two channels and 48 kHz, whatever is inside (RFC 7587 §4.1).
            AudioShape named = new AudioShape(OpusHead.SAMPLE_RATE, 2);
            String parameters = shape.channels() == 2 ? "sprop-stereo=1" : "";
            return Optional.of(audio(AUDIO_TYPE, "opus", named, parameters, new OpusPacketizer()));
        }
        return Optional.empty();
    }

    private static RtpFormat samples(G711Config config, AudioShape shape) {
        boolean isALaw = config.law() == G711Config.Law.A;
        boolean isTelephone = shape.sampleRate() == TELEPHONE_RATE && shape.channels() == 1;
        int type = isTelephone ? (isALaw ? PCMA_TYPE : PCMU_TYPE) : AUDIO_TYPE;
        return audio(type, isALaw ? "PCMA" : "PCMU", shape, "", new SamplePacketizer(shape.channels()));
    }

    private static RtpFormat video(String encoding, String parameters, NalConfig config) {
        return new RtpFormat(
                MediaKind.VIDEO,
                VIDEO_TYPE,
                encoding + "/" + VIDEO_CLOCK,
                VIDEO_CLOCK,
                parameters,
                NalPacketizer.of(config));
    }

    private static RtpFormat audio(
            int type, String encoding, AudioShape shape, String parameters, RtpPacketizer packetizer) {
        String name = encoding + "/" + shape.sampleRate() + "/" + shape.channels();
        return new RtpFormat(MediaKind.AUDIO, type, name, shape.sampleRate(), parameters, packetizer);
    }
}
