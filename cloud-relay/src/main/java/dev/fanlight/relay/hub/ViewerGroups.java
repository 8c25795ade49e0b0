package dev.fanlight.relay.hub;

import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.Viewers;
import dev.fanlight.relay.audience.Audience;
import dev.fanlight.relay.audience.NoticeEncoder;
import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.audience.ViewerLoop;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The viewers of one stream by event loop: everything that goes to all costs one task a loop. Hub’s lock. */
final class ViewerGroups {

    private final NoticeEncoder encoder;
    private final Audience<LoopViewers> audience;
    private int toldSize;

    ViewerGroups(FanOut fanOut, NoticeEncoder encoder) {
        this.encoder = encoder;
        this.audience = new Audience<>(loop -> new LoopViewers(loop, fanOut), LoopViewers::close);
    }

    int size() {
        return audience.size();
    }

    /** A viewer comes; it is told how things stand before anything that is sent after. */
    void enter(ViewerLoop loop, ViewerQueue viewer, List<ToPlayer> standing, Renditions renditions) {
        List<Shared> first = standing.stream().map(encoder::encode).toList();
        audience.join(loop, first, viewers -> {
            viewers.add(viewer);
            viewer.renditions(renditions);
            first.forEach(viewer::tell);
        });
    }

    /** A viewer that has entered begins to get frames, with {@code cached}, of each of which it takes over a reference. */
    void start(ViewerLoop loop, ViewerQueue viewer, Optional<Tracks> tracks, List<StreamFrame> cached) {
        List<Shared> first = tracks.map(encoder::encode).stream().toList();
        boolean posted = audience.post(loop, first, viewers -> {
            first.forEach(viewer::tell);
            viewer.start(cached);
        });
        if (!posted) {
            cached.forEach(StreamFrame::release);
        }
    }

    /** A viewer that has entered is gone. */
    void leave(ViewerLoop loop, ViewerQueue viewer) {
        audience.leave(loop, viewers -> {
            viewers.remove(viewer);
            viewer.close();
        });
    }

    /** Hands an access unit out, which is borrowed. */
    void deliver(StreamFrame frame) {
        audience.each(frame, (viewers, shared) -> viewers.deliver(frame));
    }

    /** Tells everybody something. */
    void tell(ToPlayer message) {
        Shared notice = encoder.encode(message);
        audience.each(notice, LoopViewers::tell);
        notice.release();
    }

    /** Tells everybody how many they are, if that has changed since they were told. */
    void tellSize() {
        if (size() != toldSize) {
            toldSize = size();
            tell(new Viewers(toldSize));
        }
    }

    void each(Consumer<LoopViewers> action) {
        audience.each(action);
    }
}
