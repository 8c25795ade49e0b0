package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_ALAW;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_MULAW;

import dev.fanlight.agent.media.Rendition;
import dev.fanlight.media.AacConfig;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.G711Config;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.opus.OpusHead;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * An audio stream that is passed through: AAC, Opus or G.711, whose packets are access units as they are. Immutable.
 *
 * @param input where its packets come from
 * @param track as it is announced
 */
public record PassedAudio(InputTrack input, Track track) {

    /** A message announces at most 8 tracks; more languages than this are no use live. */
    private static final int MOST_TRACKS = 4;

    private static final int STEREO = 2;
    private static final int ADTS_BYTES = 7;
    private static final int ADTS_SYNC = 0xFFF0;
    private static final String UNKNOWN_LANGUAGE = "und";

    /** The access unit in a packet of it, which is not consumed: without an ADTS header (ISO/IEC 14496-3 §1.A.2.2). */
    public ByteBuffer payload(ByteBuffer packet) {
        boolean adts = track.config() instanceof AacConfig
                && packet.remaining() > ADTS_BYTES
                && (packet.duplicate().getShort() & 0xFFF6) == ADTS_SYNC;
        if (!adts) {
            return packet.duplicate();
        }
        boolean checksum = (packet.get(packet.position() + 1) & 1) == 0;
        return packet.duplicate().position(packet.position() + (checksum ? ADTS_BYTES + 2 : ADTS_BYTES));
    }

    /** The audio streams that can be passed through; others are not published. */
    public static List<PassedAudio> of(MediaInput input) {
        List<PassedAudio> passed = new ArrayList<>();
        for (InputTrack stream : input.audio()) {
            if (passed.size() < MOST_TRACKS) {
                track(stream, passed.size()).ifPresent(track -> passed.add(new PassedAudio(stream, track)));
            }
        }
        return List.copyOf(passed);
    }

    private static Optional<Track> track(InputTrack stream, int number) {
        AVCodecParameters parameters = stream.parameters();
        String name = number == 0 ? Track.AUDIO : Track.AUDIO + "-" + (number + 1);
        try {
            AudioShape shape = new AudioShape(
                    parameters.sample_rate(), parameters.ch_layout().nb_channels());
            Optional<String> language = stream.language().filter(tag -> !tag.equals(UNKNOWN_LANGUAGE));
            return config(stream)
                    .map(config -> new Track(
                            Rendition.FIRST_OTHER_TRACK + number, name, config, shape, language, Optional.empty()));
        } catch (BitstreamException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<CodecConfig> config(InputTrack stream) throws BitstreamException {
        Optional<byte[]> record = stream.record();
        return switch (stream.parameters().codec_id()) {
            case AV_CODEC_ID_AAC ->
                Optional.of(AacConfig.of(
                        record.isPresent() ? AudioSpecificConfig.parse(record.get()) : ofAdts(stream.parameters())));
            case AV_CODEC_ID_OPUS ->
                opus(record, stream.parameters().ch_layout().nb_channels());
            case AV_CODEC_ID_PCM_ALAW -> Optional.of(new G711Config(G711Config.Law.A));
            case AV_CODEC_ID_PCM_MULAW -> Optional.of(new G711Config(G711Config.Law.MU));
            default -> Optional.empty();
        };
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
}
