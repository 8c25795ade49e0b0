package dev.fanlight.relay.node;

import dev.fanlight.media.SourceState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.player.Viewers;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.ReaderDemand;
import dev.fanlight.relay.stream.ReaderHandle;
import dev.fanlight.relay.stream.ReaderKind;
import dev.fanlight.relay.stream.Renditions;
import dev.fanlight.relay.stream.StreamReader;
import dev.fanlight.relay.stream.StreamStatus;
import dev.fanlight.relay.stream.StreamView;
import dev.fanlight.runtime.ClockOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A stream of this relay as another node gets it: all tracks that it demands, as the agent sent them. What the other node asks for goes on
 * to the publisher. As a reader under the stream’s lock, otherwise on the socket’s loop.
 */
final class ServedStream implements StreamReader {

    private final PeerSocket socket;
    private final NodeServices services;
    private final NodeFrames frames;
    private volatile Optional<ClockOffset.Sample> clock = Optional.empty();
    private volatile Renditions renditions = Renditions.NONE;

    // loop
    private Optional<ReaderHandle> handle = Optional.empty();
    private Set<Integer> demanded = Set.of();

    private ServedStream(PeerSocket socket, NodeServices services) {
        this.socket = socket;
        this.services = services;
        this.frames = new NodeFrames(socket, services.counters());
    }

    /** Begins to send a stream. */
    static ServedStream start(PeerSocket socket, LiveStream stream, NodeServices services) {
        ServedStream served = new ServedStream(socket, services);
        served.handle = Optional.of(stream.attach(served));
        return served;
    }

    /** What the other node says. */
    void message(ToAgent message) {
        if (message instanceof Demand demand) {
            demand(demand);
        } else if (message instanceof KeyFrameRequest request) {
            handle.ifPresent(reader -> reader.requestKeyFrame(request.track()));
        } else if (message instanceof TimeRequest request) {
            time(request);
        }
    }

    void close() {
        handle.ifPresent(ReaderHandle::detach);
        handle = Optional.empty();
        frames.select(Set.of());
    }

    @Override
    public ReaderKind kind() {
        return ReaderKind.RELAY;
    }

    @Override
    public void onStatus(StreamStatus status) {
        switch (status.state()) {
            // The owner’s pause is known to the other node.
            case PAUSED -> {
                if (status.pause().isPresent()) {
                    send(new Source(
                            SourceState.ASLEEP, Optional.empty(), status.uplink(), status.pause(), status.head()));
                }
            }
            case OFFLINE -> socket.post(() -> socket.close(CloseReason.RESTARTING));
            case ASLEEP, STARTING, LIVE, FAILED ->
                send(new Source(
                        SourceState.valueOf(status.state().name()),
                        Optional.empty(),
                        status.uplink(),
                        Optional.empty(),
                        status.head()));
        }
    }

    @Override
    public void onClock(ClockOffset.Sample sample) {
        clock = Optional.of(sample);
    }

    @Override
    public void onTracks(TrackSet tracks) {
        renditions = Renditions.of(tracks);
        send(new Tracks(tracks.epoch(), tracks.tracks()));
    }

    @Override
    public void onViewers(int count) {
        send(new Viewers(count));
    }

    @Override
    public void onFrame(IndexedFrame frame) {
        frames.offer(frame);
    }

    @Override
    public void onEnd() {
        socket.post(() -> socket.close(CloseReason.RESTARTING));
    }

    private void demand(Demand demand) {
        Set<Integer> added = new HashSet<>(demand.tracks());
        added.removeAll(demanded);
        demanded = demand.tracks();
        handle.ifPresent(reader -> {
            reader.inOrder(view -> begin(view, demand.tracks(), added));
            boolean main = isDemanded(renditions.main().orElse(-1));
            boolean low = isDemanded(renditions.low().orElse(-1));
            reader.demand(new ReaderDemand(demand.readers(), main || !low, low, demand.viewers()));
            reader.inOrder(view -> onViewers(view.viewers()));
        });
    }

    private boolean isDemanded(int track) {
        return demanded.contains(track);
    }

    /** A rendition that is demanded now begins with what a late joiner gets. */
    private void begin(StreamView view, Set<Integer> all, Set<Integer> added) {
        frames.select(all);
        if (added.isEmpty()) {
            return;
        }
        Renditions known = view.renditions();
        boolean low = added.contains(known.low().orElse(-1))
                && !added.contains(known.main().orElse(-1));
        for (IndexedFrame frame : view.cached(low)) {
            if (added.contains(frame.track())) {
                frames.offer(frame);
            }
            frame.release();
        }
    }

    /** By the clock of the agent, which stamps the frames. */
    private void time(TimeRequest request) {
        clock.ifPresent(sample -> {
            long now = services.wallClock().micros() + sample.offsetMicros();
            socket.send(new TimeReply(request.t0(), now, now));
        });
    }

    private void send(Message message) {
        socket.post(() -> {
            if (!socket.isEnding()) {
                socket.send(message);
            }
        });
    }
}
