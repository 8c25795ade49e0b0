package dev.fanlight.relay.ingest;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.wire.WireFrame;
import dev.fanlight.runtime.MediaClock;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/**
 * The media of a publisher that has no clock and no tracks of ours, as RTMP and containers bring it: it becomes tracks and access units of a
 * session. Confined to the executor of the session’s connection.
 */
public final class PublishedMedia {

    private final PublishSession session;
    private final MediaClock wallClock;
    private final ErrorLog errors;
    private final PublishedTracks tracks;
    private final PublishedTime time = new PublishedTime();

    private PublishedMedia(PublishSession session, MediaClock wallClock, ErrorLog errors) {
        this.session = session;
        this.wallClock = wallClock;
        this.errors = errors;
        this.tracks = new PublishedTracks(wallClock.micros() / 1_000);
    }

    /** Begins to publish in {@code session}, on the relay’s clock. */
    public static PublishedMedia begin(PublishSession session, MediaClock wallClock, ErrorLog errors) {
        long now = wallClock.micros();
        session.clock(now, now, now, now);
        return new PublishedMedia(session, wallClock, errors);
    }

    /**
     * Passes on what was read.
     *
     * @throws BitstreamException when the video cannot be passed on, in words for a person
     */
    public void take(List<FlvEvent> events) throws BitstreamException {
        for (FlvEvent event : events) {
            if (event instanceof FlvEvent.TrackChange change) {
                session.tracks(tracks.changed(change));
                session.source(SourceState.LIVE);
            } else if (event instanceof FlvEvent.Unit unit) {
                pass(unit);
            } else if (event instanceof FlvEvent.Unsupported unsupported) {
                refuse(unsupported);
            }
        }
    }

    /** The publisher is gone, or stops. */
    public void close() {
        session.close();
    }

    private void pass(FlvEvent.Unit event) {
        long captured = time.place(event.unit().kind(), event.unit().captureMicros(), wallClock.micros());
        MediaHeader header = tracks.next(event.unit(), captured);
        WireFrame frame = WireFrame.of(header, event.unit().payload().bytes(), ByteBufAllocator.DEFAULT);
        try {
            session.frame(frame);
        } finally {
            frame.release();
        }
    }

    private void refuse(FlvEvent.Unsupported unsupported) throws BitstreamException {
        if (unsupported.kind() == MediaKind.VIDEO) {
            throw new BitstreamException("the video codec " + unsupported.codec()
                    + " cannot be shown by browsers; use H.264, or H.265 if all viewers play it");
        }
        // Without its name, which the peer may have made up.
        errors.warn("A camera that publishes without an agent has no sound: its codec is not supported, as AAC is");
    }
}
