package dev.fanlight.relay.hub;

import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.Viewers;
import dev.fanlight.relay.audience.Audience;
import dev.fanlight.relay.audience.NoticeEncoder;
import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.audience.ViewerLoop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The viewers of one stream by event loop: everything that goes to all costs one task a loop. Hub’s lock. */
final class ViewerGroups {

    private final FanOut fanOut;
    private final NoticeEncoder encoder;
    private final Audience<LoopViewers> loops = new Audience<>();
    // As many as there are event loops.
    private final Map<ViewerLoop, Group> groups = new HashMap<>();
    private int size;
    private int toldSize;

    ViewerGroups(FanOut fanOut, NoticeEncoder encoder) {
        this.fanOut = fanOut;
        this.encoder = encoder;
    }

    int size() {
        return size;
    }

    /** A viewer comes; it is told how things stand before anything that is sent after. */
    void enter(ViewerLoop loop, ViewerQueue viewer, List<ToPlayer> standing, Renditions renditions) {
        size++;
        Group group = groups.computeIfAbsent(loop, this::open);
        group.count++;
        List<Shared> first = standing.stream().map(encoder::encode).toList();
        post(loop, first, () -> {
            group.viewers.add(viewer);
            viewer.renditions(renditions);
            first.forEach(viewer::tell);
        });
    }

    /** A viewer that has entered begins to get frames, with {@code cached}, of each of which it takes over a reference. */
    void start(ViewerLoop loop, ViewerQueue viewer, Optional<Tracks> tracks, List<StreamFrame> cached) {
        List<Shared> first = tracks.map(encoder::encode).stream().toList();
        boolean posted = post(loop, first, () -> {
            first.forEach(viewer::tell);
            viewer.start(cached);
        });
        if (!posted) {
            cached.forEach(StreamFrame::release);
        }
    }

    /** A viewer that has entered is gone. */
    void leave(ViewerLoop loop, ViewerQueue viewer) {
        Group group = groups.get(loop);
        if (group == null) {
            return;
        }
        size--;
        group.count--;
        loops.post(loop, () -> {
            group.viewers.remove(viewer);
            viewer.close();
        });
        if (group.count == 0) {
            groups.remove(loop);
            loops.leave(loop, group.viewers, LoopViewers::close);
        }
    }

    /** Hands an access unit out, which is borrowed. */
    void deliver(StreamFrame frame) {
        loops.each(frame, (viewers, shared) -> viewers.deliver(frame));
    }

    /** Tells everybody something. */
    void tell(ToPlayer message) {
        Shared notice = encoder.encode(message);
        loops.each(notice, LoopViewers::tell);
        notice.release();
    }

    /** Tells everybody how many they are, if that has changed since they were told. */
    void tellSize() {
        if (size != toldSize) {
            toldSize = size;
            tell(new Viewers(size));
        }
    }

    void each(Consumer<LoopViewers> action) {
        loops.each(action);
    }

    private boolean post(ViewerLoop loop, List<Shared> notices, Runnable task) {
        boolean posted = loops.post(loop, () -> {
            task.run();
            notices.forEach(Shared::release);
        });
        if (!posted) {
            notices.forEach(Shared::release);
        }
        return posted;
    }

    private Group open(ViewerLoop loop) {
        Group group = new Group(new LoopViewers(loop, fanOut));
        loops.join(loop, group.viewers, first -> {});
        return group;
    }

    private static final class Group {
        private final LoopViewers viewers;
        private int count;

        Group(LoopViewers viewers) {
            this.viewers = viewers;
        }
    }
}
