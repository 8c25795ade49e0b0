package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.Viewers;
import dev.fanlight.relay.broadcast.Broadcaster;
import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.broadcast.SharedBuffer;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.Renditions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The viewers of one stream by event loop: everything that goes to all costs one task a loop. Hub’s lock. */
public final class ViewerFanOut {

    private final ControlEncoder encoder;
    private final Broadcaster<LoopFanOut> audience;
    private int toldSize;

    public ViewerFanOut(FanOutContext fanOut, ControlEncoder encoder) {
        this.encoder = encoder;
        this.audience = new Broadcaster<>(loop -> new LoopFanOut(loop, fanOut), LoopFanOut::close);
    }

    public int size() {
        return audience.size();
    }

    /** A viewer comes; it is told how things stand before anything that is sent after. */
    public void enter(SubscriberLoop loop, ViewerQueue viewer, List<ToPlayer> standing, Renditions renditions) {
        List<SharedBuffer> first = standing.stream().map(encoder::encode).toList();
        audience.join(loop, first, viewers -> {
            viewers.add(viewer);
            viewer.renditions(renditions);
            first.forEach(viewer::tell);
        });
    }

    /** A viewer that has entered begins to get frames, with {@code cached}, of each of which it takes over a reference. */
    public void start(SubscriberLoop loop, ViewerQueue viewer, Optional<Tracks> tracks, List<IndexedFrame> cached) {
        List<SharedBuffer> first = tracks.map(encoder::encode).stream().toList();
        boolean posted = audience.post(loop, first, viewers -> {
            first.forEach(viewer::tell);
            viewer.start(cached);
        });
        if (!posted) {
            cached.forEach(IndexedFrame::release);
        }
    }

    /** A viewer that has entered is gone. */
    public void leave(SubscriberLoop loop, ViewerQueue viewer) {
        audience.leave(loop, viewers -> {
            viewers.remove(viewer);
            viewer.close();
        });
    }

    /** Hands an access unit out, which is borrowed. */
    public void deliver(IndexedFrame frame) {
        audience.each(frame, (viewers, shared) -> viewers.deliver(frame));
    }

    /** Tells everybody something. */
    public void tell(ToPlayer message) {
        SharedBuffer notice = encoder.encode(message);
        audience.each(notice, LoopFanOut::tell);
        notice.release();
    }

    /** Tells everybody how many they are, if that has changed since they were told. */
    public void tellSize() {
        if (size() != toldSize) {
            toldSize = size();
            tell(new Viewers(toldSize));
        }
    }

    public void each(Consumer<LoopFanOut> action) {
        audience.each(action);
    }
}
