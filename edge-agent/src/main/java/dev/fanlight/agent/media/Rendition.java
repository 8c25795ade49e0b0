package dev.fanlight.agent.media;

import dev.fanlight.media.Track;
import java.util.Arrays;
import java.util.Optional;

/** A size in which the agent publishes its video; each is a track of its own. */
public enum Rendition {

    /** As large as configured. */
    MAIN(0, Track.MAIN),

    /** Small, for viewers on a slow connection. */
    LOW(1, Track.LOW);

    /** Ids from this one on are free for tracks that are not video. */
    public static final int FIRST_OTHER_TRACK = 2;

    private final int track;
    private final String trackName;

    Rendition(int track, String trackName) {
        this.track = track;
        this.trackName = trackName;
    }

    /** Id of its track, 0–255. */
    public int track() {
        return track;
    }

    /** Name of its track, as {@code tracks} announces it. */
    public String trackName() {
        return trackName;
    }

    /** The rendition with this track id; empty for any other track. */
    public static Optional<Rendition> ofTrack(int track) {
        return Arrays.stream(values()).filter(one -> one.track == track).findFirst();
    }
}
