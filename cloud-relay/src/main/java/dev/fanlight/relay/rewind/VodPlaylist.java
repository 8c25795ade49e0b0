package dev.fanlight.relay.rewind;

import dev.fanlight.relay.store.Recordings.RecordedGroup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes playlists of what was recorded (RFC 8216). Stateless. */
final class VodPlaylist {

    private static final long SECOND = 1_000_000;
    private static final long LEAST_GAP_MICROS = 500_000;

    private VodPlaylist() {}

    /**
     * The playlist of some groups, at least one.
     *
     * @param folder where the addresses of pieces begin, as seen from the playlist
     * @param key what their addresses end with, or nothing
     */
    static String of(List<RecordedGroup> groups, String folder, String key) {
        String query = "?base=" + groups.get(0).startMicros() + key;
        long longest =
                groups.stream().mapToLong(RecordedGroup::durationMicros).max().orElse(SECOND);
        StringBuilder text = new StringBuilder(
                        "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-TARGETDURATION:")
                .append((longest + SECOND - 1) / SECOND)
                .append('\n');
        long file = -1;
        long end = 0;
        for (RecordedGroup group : groups) {
            boolean gap = Math.abs(group.startMicros() - end) > LEAST_GAP_MICROS;
            if (file >= 0 && gap) {
                text.append("#EXT-X-DISCONTINUITY\n");
            }
            if (group.file() != file) {
                text.append("#EXT-X-MAP:URI=\"" + folder + group.file() + "/init.mp4" + query + "\"\n");
            }
            if (gap) {
                text.append("#EXT-X-PROGRAM-DATE-TIME:" + time(group.startMicros()) + "\n");
            }
            text.append(String.format(Locale.ROOT, "#EXTINF:%.6f,%n", (double) group.durationMicros() / SECOND))
                    .append(folder + group.file() + "/" + group.position() + ".m4s" + query + "\n");
            file = group.file();
            end = group.endMicros();
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
    }
}
