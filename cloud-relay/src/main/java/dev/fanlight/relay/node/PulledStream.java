package dev.fanlight.relay.node;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.TrackSet;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.player.Viewers;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Publisher;
import dev.fanlight.relay.stream.SourceStatus;
import dev.fanlight.relay.wire.WireFrame;
import dev.fanlight.runtime.ClockOffset;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.Optional;

/**
 * A stream that another node has, as it is published on this one: what arrives is passed on to its readers, and what they need is asked of
 * the other node. The link’s loop, but for the methods of {@link Publisher}.
 */
final class PulledStream implements Publisher {

    private final PullLink link;
    private final NodeServices services;
    private final ClockOffset offset = new ClockOffset();
    private Optional<PublishHandle> handle = Optional.empty();

    /** Viewers of this relay that the other one counts. */
    private volatile int reported;

    PulledStream(PullLink link, NodeServices services) {
        this.link = link;
        this.services = services;
    }

    /** Begins to publish, unless a publisher of this relay has the stream. */
    boolean open(CameraName camera) {
        handle = services.streams()
                .known(camera)
                .filter(LiveStream::isWanted)
                .flatMap(stream -> stream.openIfOffline(this));
        return handle.isPresent();
    }

    void close() {
        handle.ifPresent(PublishHandle::end);
        handle = Optional.empty();
    }

    /** Asks for the time of the clock that stamps the frames. */
    TimeRequest timeRequest() {
        return new TimeRequest(services.wallClock().micros());
    }

    /** A control message of the other node. */
    void message(FromAgent message) {
        handle.ifPresent(stream -> {
            if (message instanceof Tracks tracks) {
                stream.tracks(new TrackSet(tracks.epoch(), tracks.tracks()));
            } else if (message instanceof Source source) {
                stream.source(new SourceStatus(source.state(), source.uplink(), source.pause(), source.ptz()));
            } else if (message instanceof TimeReply reply) {
                offset.add(
                        reply.t0(), reply.t1(), reply.t2(), services.wallClock().micros());
                offset.best().ifPresent(stream::clock);
            }
        });
    }

    /** How many watch on all relays together, of which those of this one are known better here. */
    void viewers(ToPlayer message) {
        if (message instanceof Viewers all) {
            handle.ifPresent(stream -> stream.viewersElsewhere(Math.max(0, all.count() - reported)));
        }
    }

    /** An access unit. */
    void frame(List<ByteBuf> parts) throws ProtocolException {
        WireFrame frame = WireFrame.of(parts, ByteBufAllocator.DEFAULT);
        try {
            handle.ifPresent(stream -> stream.frame(frame));
        } finally {
            frame.release();
        }
    }

    @Override
    public boolean isRelayed() {
        return true;
    }

    @Override
    public void demand(PublishDemand demand) {
        reported = demand.viewers();
        link.send(new Demand(demand.viewers(), demand.readers(), demand.tracks()));
    }

    @Override
    public void requestKeyFrame(int track) {
        link.send(new KeyFrameRequest(track));
    }

    @Override
    public void replaced() {
        link.close();
    }
}
