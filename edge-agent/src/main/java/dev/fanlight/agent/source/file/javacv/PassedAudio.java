package dev.fanlight.agent.source.file.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;

import dev.fanlight.agent.javacv.InputTrack;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.media.AacConfig;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.Track;
import dev.fanlight.media.aac.AudioSpecificConfig;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.opus.OpusHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * An audio stream of a file that is passed through: AAC or Opus, whose packets are access units as they are. Immutable.
 *
 * @param input where its packets come from
 * @param track as it is announced
 */
record PassedAudio(InputTrack input, Track track) {

    /** A message announces at most 8 tracks; more languages than this are no use live. */
    private static final int MOST_TRACKS = 4;

    private static final String UNKNOWN_LANGUAGE = "und";

    /** The audio streams that can be passed through; others are not published. */
    static List<PassedAudio> of(MediaInput input) {
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
        if (record.isEmpty()) {
            return Optional.empty();
        }
        return switch (stream.parameters().codec_id()) {
            case AV_CODEC_ID_AAC -> Optional.of(AacConfig.of(AudioSpecificConfig.parse(record.get())));
            case AV_CODEC_ID_OPUS -> Optional.of(new OpusConfig(Optional.of(OpusHead.parse(record.get()))));
            default -> Optional.empty();
        };
    }
}
