package dev.fanlight.media.mp4;

import dev.fanlight.media.AudioShape;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.opus.OpusHead;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A track of a fragmented MP4. Times of video count microseconds, so that nothing is rounded, those of sound count samples, so that packets
 * lie end to end. Immutable, thread safe.
 */
public final class Mp4Track {

    /** Ticks a second of video. */
    public static final int VIDEO_TIMESCALE = 1_000_000;

    private final int id;
    private final Track track;
    private final SampleEntry entry;

    private Mp4Track(int id, Track track, SampleEntry entry) {
        this.id = id;
        this.track = track;
        this.entry = entry;
    }

    /**
     * A track; empty for what is not carried: encrypted tracks, data, G.711, VP8, MJPEG, and AV1 and VP9 without a configuration record.
     *
     * @param id number of the track in the file, from 1
     */
    public static Optional<Mp4Track> of(int id, Track track) {
        if (track.encryption().isPresent()) {
            return Optional.empty();
        }
        int channels = track.shape() instanceof AudioShape sound ? sound.channels() : 0;
        return SampleEntry.of(track.config(), channels).map(entry -> new Mp4Track(id, track, entry));
    }

    /** Number of the track in the file. */
    public int id() {
        return id;
    }

    /** What it was made of. */
    public Track track() {
        return track;
    }

    /** Video or audio. */
    public MediaKind kind() {
        return track.kind();
    }

    /** Ticks a second of its times: {@link #VIDEO_TIMESCALE}, or the sample rate of the decoded sound. */
    public int timescale() {
        if (kind() == MediaKind.VIDEO) {
            return VIDEO_TIMESCALE;
        }
        boolean opus = track.config().codec().equals("opus");
        return opus ? OpusHead.SAMPLE_RATE : ((AudioShape) track.shape()).sampleRate();
    }

    /** How long a packet of sound is, in ticks; not for video, whose frames last until the next one. */
    public int ticksOf(ByteBuffer packet) {
        return SoundDuration.samples(track.config(), packet);
    }

    SampleEntry entry() {
        return entry;
    }

    Display display() {
        return Display.of((VideoShape) track.shape());
    }
}
