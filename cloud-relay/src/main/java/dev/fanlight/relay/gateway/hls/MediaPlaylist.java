package dev.fanlight.relay.gateway.hls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes the playlist of a window, whole or without the segments that a player knows (RFC 8216bis). Stateless. */
final class MediaPlaylist {

    /** A player that has a playlist younger than so many target durations may ask for what is new only. */
    static final int SKIPPED_TARGETS = 6;

    private static final int EXPECTED_CHARACTERS = 4_096;
    private static final long SECOND = 1_000_000;

    private MediaPlaylist() {}

    /**
     * The playlist.
     *
     * @param skip whether segments that are older than {@link #SKIPPED_TARGETS} target durations are to be left out
     */
    static String of(LiveWindow window, boolean skip) {
        StringBuilder text = new StringBuilder(EXPECTED_CHARACTERS);
        List<Segment> segments = window.listed();
        int skipped = skip ? skippable(window) : 0;
        head(text, window);
        if (skipped > 0) {
            text.append("#EXT-X-SKIP:SKIPPED-SEGMENTS=").append(skipped).append('\n');
        }
        for (int i = skipped; i < segments.size(); i++) {
            boolean otherInit =
                    i == 0 || segments.get(i).init() != segments.get(i - 1).init();
            boolean withParts = window.hasParts(i);
            segment(text, window, segments.get(i), otherInit, withParts);
        }
        Segment open = window.open();
        text.append("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"")
                .append(partName(open, open.parts().size()))
                .append("\"\n");
        return text.toString();
    }

    /** A duration or a time in seconds, exact to the microsecond. */
    static String seconds(long micros) {
        return String.format(Locale.ROOT, "%d.%06d", micros / SECOND, micros % SECOND);
    }

    private static void head(StringBuilder text, LiveWindow window) {
        PartTarget target = window.announced();
        text.append("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:")
                .append(window.targetSeconds())
                .append("\n#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=")
                .append(seconds(target.holdBackMicros()))
                .append(",CAN-SKIP-UNTIL=")
                .append(seconds(SECOND * SKIPPED_TARGETS * window.targetSeconds()))
                .append("\n#EXT-X-PART-INF:PART-TARGET=")
                .append(seconds(target.announcedMicros()))
                .append("\n#EXT-X-MEDIA-SEQUENCE:")
                .append(window.listed().get(0).number())
                .append('\n');
        if (window.unlistedDiscontinuities() > 0) {
            text.append("#EXT-X-DISCONTINUITY-SEQUENCE:")
                    .append(window.unlistedDiscontinuities())
                    .append('\n');
        }
        text.append("#EXT-X-INDEPENDENT-SEGMENTS\n");
    }

    private static void segment(
            StringBuilder text, LiveWindow window, Segment segment, boolean otherInit, boolean withParts) {
        boolean open = segment.number() == window.open().number();
        if (open && segment.parts().isEmpty()) {
            return;
        }
        if (segment.discontinuity()) {
            text.append("#EXT-X-DISCONTINUITY\n");
        }
        if (otherInit) {
            text.append("#EXT-X-MAP:URI=\"init-").append(segment.init()).append(".mp4\"\n");
        }
        text.append("#EXT-X-PROGRAM-DATE-TIME:").append(time(segment)).append('\n');
        if (withParts) {
            parts(text, segment);
        }
        if (!open) {
            text.append("#EXTINF:").append(seconds(segment.micros())).append(",\n");
            text.append(segment.number()).append(".m4s\n");
        }
    }

    private static void parts(StringBuilder text, Segment segment) {
        for (int i = 0; i < segment.parts().size(); i++) {
            Part part = segment.parts().get(i);
            text.append("#EXT-X-PART:DURATION=")
                    .append(seconds(part.micros()))
                    .append(",URI=\"")
                    .append(partName(segment, i))
                    .append('"')
                    .append(part.independent() ? ",INDEPENDENT=YES\n" : "\n");
        }
    }

    private static String partName(Segment segment, int index) {
        return segment.number() + "." + index + ".m4s";
    }

    private static String time(Segment segment) {
        return Instant.EPOCH
                .plus(segment.wallMicros(), ChronoUnit.MICROS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    /** Complete segments that end further before the end of the playlist than the limit. */
    private static int skippable(LiveWindow window) {
        List<Segment> segments = window.listed();
        long limit = SECOND * SKIPPED_TARGETS * window.targetSeconds();
        long behind = 0;
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (behind > limit) {
                return i + 1;
            }
            behind += segments.get(i).micros();
        }
        return 0;
    }
}
