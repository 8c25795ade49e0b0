package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.TrackSet;
import java.time.Duration;

/** What readers that need to know all tracks at once make of an announcement. Stateless. */
public final class Announcement {

    /** How long sound that was announced alone is taken for the first part only: publishers by WebM, WHIP and RTMP announce what comes first. */
    public static final Duration VIDEO_AFTER_SOUND = Duration.ofSeconds(1);

    private Announcement() {}

    /** Whether there is video, so that nothing more is to be waited for. */
    public static boolean hasVideo(TrackSet tracks) {
        return tracks.tracks().stream().anyMatch(track -> track.kind() == MediaKind.VIDEO);
    }
}
