package dev.fanlight.protocol.sdp;

import java.util.List;
import java.util.Optional;

/**
 * A media section of the other side. Immutable.
 *
 * @param kind {@code video}, {@code audio} or another word
 * @param mid by which answers name it
 * @param protocol such as {@code UDP/TLS/RTP/SAVPF}
 * @param port 0 where the section is refused
 * @param direction which way media goes, seen by the other side
 * @param formats those that have a name, in the order of preference
 */
public record OfferedMedia(
        String kind, String mid, String protocol, int port, MediaDirection direction, List<MediaFormat> formats) {

    private static final String MODE = "packetization-mode";
    private static final String PROFILE = "profile-level-id";
    private static final String CONSTRAINED_BASELINE = "42e0";

    public OfferedMedia {
        formats = List.copyOf(formats);
    }

    /** Whether it is this kind, and travels as WebRTC does. */
    public boolean is(String wanted) {
        return kind.equals(wanted) && protocol.endsWith("RTP/SAVPF");
    }

    /** The first format with this encoding. */
    public Optional<MediaFormat> format(String encoding) {
        return formats.stream().filter(format -> format.is(encoding)).findFirst();
    }

    /**
     * The format for H.264 in packetization mode 1 that is nearest to a profile. Decoders follow the parameter sets, so that another profile than
     * the offered ones is no reason to refuse.
     *
     * @param profile six hexadecimal digits in lower case
     */
    public Optional<MediaFormat> h264(String profile) {
        List<MediaFormat> known = formats.stream()
                .filter(format -> format.is("H264"))
                .filter(format -> format.parameter(MODE).orElse("0").equals("1"))
                .toList();
        return first(known, profile.substring(0, 4))
                .or(() -> first(known, profile.substring(0, 2)))
                .or(() -> first(known, CONSTRAINED_BASELINE))
                .or(() -> known.stream().findFirst());
    }

    private static Optional<MediaFormat> first(List<MediaFormat> known, String profile) {
        return known.stream()
                .filter(format ->
                        format.parameter(PROFILE).orElse("").regionMatches(true, 0, profile, 0, profile.length()))
                .findFirst();
    }
}
