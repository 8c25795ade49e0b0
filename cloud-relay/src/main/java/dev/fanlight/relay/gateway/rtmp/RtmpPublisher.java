package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvReader;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.ingest.PublishSession;
import dev.fanlight.relay.ingest.PublishedMedia;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;

/** A peer that was admitted, while it publishes: its FLV tags become tracks and access units of its camera. Event loop only. */
final class RtmpPublisher {

    private final NanoClock clock;
    private final PublishedMedia media;
    private final FlvReader flv = new FlvReader();
    private long lastHeard;

    private RtmpPublisher(NanoClock clock, PublishedMedia media) {
        this.clock = clock;
        this.media = media;
        this.lastHeard = clock.nanoTime();
    }

    /** Begins to publish. */
    static RtmpPublisher start(GatewayContext relay, PublishSession session) {
        return new RtmpPublisher(relay.clock(), PublishedMedia.begin(session, relay.wallClock(), relay.errors()));
    }

    /**
     * Takes a message with media.
     *
     * @throws BitstreamException when it is malformed, or the video cannot be passed on, in words for a person
     */
    void media(RtmpMessage message, FlvTagType type) throws BitstreamException {
        lastHeard = clock.nanoTime();
        media.take(flv.read(type, message.timestamp(), message.body()));
    }

    /** Whether nothing has come for so long. */
    boolean isSilent(Duration limit) {
        return clock.nanoTime() - lastHeard > limit.toNanos();
    }

    /** The peer is gone, or stops. */
    void close() {
        media.close();
    }
}
