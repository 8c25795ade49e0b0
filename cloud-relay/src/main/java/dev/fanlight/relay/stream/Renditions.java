package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The renditions of the video, and the other tracks. Immutable.
 *
 * @param main track of the main rendition, if there is video
 * @param low track of the low rendition, if there is one
 * @param others tracks without video
 */
public record Renditions(OptionalInt main, OptionalInt low, Set<Integer> others) {

    public static final Renditions NONE = new Renditions(OptionalInt.empty(), OptionalInt.empty(), Set.of());

    public static Renditions of(TrackSet tracks) {
        List<Track> videos = tracks.tracks().stream()
                .filter(track -> track.kind() == MediaKind.VIDEO)
                .toList();
        OptionalInt main = firstNamed(videos, Track.MAIN);
        if (main.isEmpty()) {
            main = videos.stream().mapToInt(Track::id).findFirst();
        }
        int taken = main.orElse(-1);
        List<Track> rest = videos.stream().filter(track -> track.id() != taken).toList();
        OptionalInt low = firstNamed(rest, Track.LOW);
        Set<Integer> others = new HashSet<>();
        tracks.tracks().stream()
                .filter(track -> track.kind() != MediaKind.VIDEO)
                .forEach(track -> others.add(track.id()));
        return new Renditions(main, low, Set.copyOf(others));
    }

    /** The main rendition and the first track of sound: what a protocol carries that has one of each. */
    public static List<Track> mainAndSound(TrackSet tracks) {
        List<Track> chosen = new ArrayList<>(2);
        of(tracks).main().ifPresent(id -> tracks.find(id).ifPresent(chosen::add));
        tracks.tracks().stream()
                .filter(track -> track.kind() == MediaKind.AUDIO)
                .findFirst()
                .ifPresent(chosen::add);
        return chosen;
    }

    /** Tracks that have to be encoded for viewers of these renditions. */
    Set<Integer> wanted(boolean mainWanted, boolean lowWanted) {
        Set<Integer> wanted = new HashSet<>();
        if (mainWanted || (lowWanted && low.isEmpty())) {
            main.ifPresent(wanted::add);
        }
        if (lowWanted) {
            low.ifPresent(wanted::add);
        }
        if (mainWanted || lowWanted) {
            wanted.addAll(others);
        }
        return wanted;
    }

    private static OptionalInt firstNamed(List<Track> videos, String name) {
        return videos.stream()
                .filter(track -> track.name().equals(name))
                .mapToInt(Track::id)
                .findFirst();
    }
}
