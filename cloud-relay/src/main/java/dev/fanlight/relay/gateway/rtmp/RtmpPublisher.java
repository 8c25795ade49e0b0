package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvEvent;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.ingest.PublishSession;
import dev.fanlight.relay.wire.WireFrame;
import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;

/** A peer that was admitted, while it publishes: its FLV tags become tracks and access units of its camera. Event loop only. */
final class RtmpPublisher {

    private final GatewayContext relay;
    private final PublishSession session;
    private final FlvReader flv = new FlvReader();
    private final PublishedTracks tracks;
    private final PublishedTime time = new PublishedTime();
    private long lastHeard;

    private RtmpPublisher(GatewayContext relay, PublishSession session) {
        this.relay = relay;
        this.session = session;
        this.tracks = new PublishedTracks(relay.wallClock().micros() / 1_000);
        this.lastHeard = relay.clock().nanoTime();
    }

    /** Begins to publish. */
    static RtmpPublisher start(GatewayContext relay, PublishSession session) {
        long now = relay.wallClock().micros();
        session.clock(now, now, now, now);
        return new RtmpPublisher(relay, session);
    }

    /**
     * Takes a message with media.
     *
     * @throws BitstreamException when it is malformed, or the video cannot be passed on, in words for a person
     */
    void media(RtmpMessage message, FlvTagType type) throws BitstreamException {
        lastHeard = relay.clock().nanoTime();
        for (FlvEvent event : flv.read(type, message.timestamp(), message.body())) {
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

    /** Whether nothing has come for so long. */
    boolean isSilent(Duration limit) {
        return relay.clock().nanoTime() - lastHeard > limit.toNanos();
    }

    /** The peer is gone, or stops. */
    void close() {
        session.close();
    }

    private void pass(FlvEvent.Unit event) {
        long arrival = relay.wallClock().micros();
        long captured = time.place(event.unit().kind(), event.unit().captureMicros(), arrival);
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
        relay.errors().warn("A camera that publishes by RTMP has no sound: its codec is not supported, as AAC is");
    }
}
