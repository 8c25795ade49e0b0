package dev.fanlight.relay.transcode;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.MediaFrame;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.wire.WireFrame;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tracks of one run of an encoder: its video in the place of the camera’s main rendition, and everything without video. Event loop only. */
final class DerivedTracks {

    private final PublishHandle to;
    private final Track video;
    private final long epoch;
    private TrackSet original;
    private Optional<Track> encoded = Optional.empty();
    private long sequence;

    /**
     * Announces nothing yet.
     *
     * @param original the camera’s tracks
     * @param video the one of them that is encoded
     * @param epoch of what comes out
     */
    DerivedTracks(PublishHandle to, TrackSet original, Track video, long epoch) {
        this.to = to;
        this.original = original;
        this.video = video;
        this.epoch = epoch;
    }

    /** The id of the video, both of what goes in and of what comes out. */
    int video() {
        return video.id();
    }

    /** Goes on after the camera has announced these tracks; false when another encoder is needed. */
    boolean follow(TrackSet next) {
        if (next.epoch() != original.epoch() || !next.find(video.id()).equals(Optional.of(video))) {
            return false;
        }
        original = next;
        announce();
        return true;
    }

    /** The encoder has said what it makes. */
    void encoded(FlvEvent.TrackChange change) {
        if (change.config().kind() != MediaKind.VIDEO) {
            return;
        }
        VideoShape before = (VideoShape) video.shape();
        VideoShape made = (VideoShape) change.shape();
        VideoShape shape = new VideoShape(
                made.width(), made.height(), before.sampleAspectRatio(), before.rotation(), before.frameRate());
        encoded = Optional.of(Track.of(video.id(), Track.MAIN, change.config(), shape));
        announce();
    }

    /** The header of the next frame that has come out. */
    MediaHeader next(boolean key, long captureMicros) {
        MediaHeader header = new MediaHeader(
                MediaKind.VIDEO, key ? MediaHeader.KEY : 0, video.id(), 0, sequence, captureMicros, epoch, 0);
        sequence = (sequence + 1) & WireLimits.MAX_U32;
        return header;
    }

    /** Publishes a frame, which the caller still owns. */
    void publish(MediaFrame frame) {
        to.frame(frame);
    }

    /** Publishes an access unit of another track, which the caller still owns. */
    void pass(IndexedFrame other) {
        if (encoded.isEmpty()) {
            return;
        }
        MediaHeader was = other.frame().header();
        MediaHeader header = new MediaHeader(
                was.kind(),
                was.flags(),
                was.track(),
                was.layer(),
                was.sequence(),
                was.captureMicros(),
                epoch,
                was.offsetMicros());
        WireFrame frame = WireFrame.of(header, other.frame().payload(), ByteBufAllocator.DEFAULT);
        try {
            to.frame(frame);
        } finally {
            frame.release();
        }
    }

    private void announce() {
        if (encoded.isEmpty()) {
            return;
        }
        List<Track> all = new ArrayList<>(List.of(encoded.get()));
        original.tracks().stream()
                .filter(track -> track.kind() != MediaKind.VIDEO)
                .forEach(all::add);
        to.tracks(new TrackSet(epoch, all));
    }
}
