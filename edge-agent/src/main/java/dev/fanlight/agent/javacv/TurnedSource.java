package dev.fanlight.agent.javacv;

import dev.fanlight.agent.config.MountSettings;
import dev.fanlight.agent.source.ForwardingOutput;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import java.util.List;

/**
 * A source whose camera hangs upside down or on its side, or is seen in a mirror. Raw frames are turned; of video that is passed through
 * the tracks say by how much players turn it, and it cannot be mirrored. One thread.
 */
public final class TurnedSource implements FrameSource {

    private static final int FULL_TURN = 360;

    private final FrameSource source;
    private final Orientation orientation;
    private final FramePool pool;
    private byte[] stored = new byte[0];
    private byte[] turned = new byte[0];

    /** Turns what {@code source} delivers, into frames of {@code pool}; closes the source with itself. */
    public TurnedSource(FrameSource source, MountSettings mount, FramePool pool) {
        this.source = source;
        this.orientation = new Orientation(mount.rotation(), mount.mirrored());
        this.pool = pool;
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        source.next(new Turning(this, output));
    }

    @Override
    public void restart() {
        source.restart();
    }

    @Override
    public String describe() {
        String turn = orientation.rotation() == 0 ? "" : ", turned by " + orientation.rotation() + "°";
        return source.describe() + (orientation.mirrored() ? ", mirrored" : "") + turn;
    }

    @Override
    public void close() {
        source.close();
    }

    private RawFrame turn(RawFrame frame) {
        FrameFormat format = frame.format();
        if (stored.length != format.bytes()) {
            stored = new byte[format.bytes()];
            turned = new byte[format.bytes()];
        }
        frame.read(stored);
        PlaneTurner.turn(stored, format.size(), orientation, turned);
        FrameFormat shown = new FrameFormat(
                orientation.swapsSides() ? format.size().turned() : format.size(), format.fps(), format.opening());
        RawFrame result = pool.acquire(shown, frame.captureMicros());
        result.fill(turned);
        return result;
    }

    private Track turn(Track track) {
        if (!(track.shape() instanceof VideoShape shape)) {
            return track;
        }
        int rotation = (shape.rotation() + orientation.rotation()) % FULL_TURN;
        return new Track(
                track.id(),
                track.name(),
                track.config(),
                shape.withRotation(rotation),
                track.language(),
                track.encryption());
    }

    /** Passes on what was turned. */
    private record Turning(TurnedSource source, SourceOutput target) implements ForwardingOutput {

        @Override
        public void frame(RawFrame frame) {
            RawFrame shown;
            try (frame) {
                shown = source.turn(frame);
            }
            target.frame(shown);
        }

        @Override
        public void begin(List<Track> tracks) {
            target.begin(tracks.stream().map(source::turn).toList());
        }
    }
}
