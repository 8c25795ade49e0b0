package dev.fanlight.protocol.sdp;

import java.util.List;
import java.util.OptionalInt;

/**
 * A media section of this side. Immutable.
 *
 * @param kind {@code video} or {@code audio}; in an answer any word
 * @param mid by which both name it
 * @param protocol as in the offer
 * @param direction which way media goes, seen by this side; {@link MediaDirection#INACTIVE} refuses the section
 * @param format the one format
 * @param feedback what may be sent back, as {@code rtcp-fb} has it
 * @param source of the packets, where this side sends
 */
public record LocalMedia(
        String kind,
        String mid,
        String protocol,
        MediaDirection direction,
        MediaFormat format,
        List<String> feedback,
        OptionalInt source) {

    /** How media of WebRTC travels. */
    public static final String PROTOCOL = "UDP/TLS/RTP/SAVPF";

    private static final MediaFormat NO_FORMAT = new MediaFormat(0, "", "");

    public LocalMedia {
        feedback = List.copyOf(feedback);
    }

    /** Refuses a section. */
    public static LocalMedia refused(OfferedMedia offered) {
        MediaFormat first = offered.formats().stream().findFirst().orElse(NO_FORMAT);
        return new LocalMedia(
                offered.kind(),
                offered.mid(),
                offered.protocol(),
                MediaDirection.INACTIVE,
                first,
                List.of(),
                OptionalInt.empty());
    }

    /** Whether it is refused. */
    public boolean isRefused() {
        return direction == MediaDirection.INACTIVE;
    }
}
