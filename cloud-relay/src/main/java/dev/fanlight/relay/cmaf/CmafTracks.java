package dev.fanlight.relay.cmaf;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.mp4.InitSegment;
import dev.fanlight.media.mp4.Mp4Track;
import dev.fanlight.relay.stream.Renditions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The tracks of a stream that fragmented MP4 carries: the main rendition, and the first track of sound. Immutable.
 *
 * @param epoch of the announcement
 * @param video the main rendition
 * @param sound the sound, if there is some that MP4 carries
 */
public record CmafTracks(long epoch, Mp4Track video, Optional<Mp4Track> sound) {

    private static final int VIDEO = 1;
    private static final int SOUND = 2;

    /** The tracks of an announcement; empty when MP4 does not carry its video. */
    public static Optional<CmafTracks> of(TrackSet announced) {
        List<Track> chosen = Renditions.mainAndSound(announced);
        Optional<Mp4Track> sound = first(chosen, MediaKind.AUDIO).flatMap(track -> Mp4Track.of(SOUND, track));
        return first(chosen, MediaKind.VIDEO)
                .flatMap(track -> Mp4Track.of(VIDEO, track))
                .map(video -> new CmafTracks(announced.epoch(), video, sound));
    }

    /** Whether the two can follow each other without a new init segment. */
    public boolean isSameAs(CmafTracks other) {
        return epoch == other.epoch
                && video.track().equals(other.video.track())
                && sound.map(Mp4Track::track).equals(other.sound.map(Mp4Track::track));
    }

    /** What a player has to know before the first fragment. */
    public byte[] initSegment() {
        return InitSegment.of(Stream.concat(Stream.of(video), sound.stream()).toList());
    }

    /** The codec strings, as a multivariant playlist lists them. */
    public String codecs() {
        String first = video.track().config().codec();
        return sound.map(track -> first + "," + track.track().config().codec()).orElse(first);
    }

    /** Frames of video a second, if that is known. */
    public OptionalDouble frameRate() {
        return ((VideoShape) video.track().shape()).frameRate();
    }

    /** Whether the track of a stream with this number is its video. */
    public boolean isVideo(int track) {
        return video.track().id() == track;
    }

    /** Whether the track of a stream with this number is its sound. */
    public boolean isSound(int track) {
        return sound.filter(its -> its.track().id() == track).isPresent();
    }

    private static Optional<Track> first(List<Track> tracks, MediaKind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).findFirst();
    }
}
