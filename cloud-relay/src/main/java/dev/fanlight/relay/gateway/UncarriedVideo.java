package dev.fanlight.relay.gateway;

import dev.fanlight.media.Av1Config;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.H265Config;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.media.Vp9Config;
import dev.fanlight.relay.stream.Renditions;
import java.util.Optional;
import java.util.function.Predicate;

/** What those are told whose protocol cannot carry the video of a camera. Stateless. */
public final class UncarriedVideo {

    private UncarriedVideo() {}

    /** Whether there is video at all: some publishers announce their sound first. */
    public static boolean isVideo(TrackSet tracks) {
        return main(tracks).isPresent();
    }

    /**
     * Whether there is video, and a protocol does not carry it: sound alone is no way to watch.
     *
     * @param isCarried whether the protocol carries a track
     */
    public static boolean lacks(TrackSet tracks, Predicate<Track> isCarried) {
        return main(tracks).filter(isCarried.negate()).isPresent();
    }

    /**
     * A sentence with a way out.
     *
     * @param protocol its name
     * @param tracks what the camera sends
     */
    public static String sentence(String protocol, TrackSet tracks) {
        if (!isVideo(tracks)) {
            return "This camera sends sound alone, which " + protocol + " does not carry here.";
        }
        Optional<String> codec =
                main(tracks).filter(track -> track.encryption().isEmpty()).flatMap(track -> title(track.config()));
        return codec.map(
                        title -> "This camera sends " + title + ", which " + protocol
                                + " cannot carry. Its owner can have the relay make H.264 of it: fanlight-relay camera transcode NAME on.")
                .orElse(protocol + " cannot carry the codecs of this camera.");
    }

    private static Optional<Track> main(TrackSet tracks) {
        return Renditions.mainAndSound(tracks).stream()
                .filter(track -> track.kind() == MediaKind.VIDEO)
                .findFirst();
    }

    private static Optional<String> title(CodecConfig config) {
        if (config instanceof Vp8Config) {
            return Optional.of("VP8");
        }
        if (config instanceof Vp9Config) {
            return Optional.of("VP9");
        }
        if (config instanceof Av1Config) {
            return Optional.of("AV1");
        }
        if (config instanceof H265Config) {
            return Optional.of("H.265");
        }
        return Optional.empty();
    }
}
