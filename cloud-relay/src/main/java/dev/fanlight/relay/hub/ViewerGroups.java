package dev.fanlight.relay.hub;

import dev.fanlight.relay.audience.Audience;
import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.audience.ViewerLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The viewers of one stream by event loop: everything that goes to all costs one task a loop. Hub’s lock. */
final class ViewerGroups {

    private final FanOut fanOut;
    private final Audience<LoopViewers> loops = new Audience<>();
    // As many as there are event loops.
    private final Map<ViewerLoop, Group> groups = new HashMap<>();
    private int size;

    ViewerGroups(FanOut fanOut) {
        this.fanOut = fanOut;
    }

    int size() {
        return size;
    }

    /** A viewer comes; {@code first} is called on its loop before anything that is sent after. */
    void enter(ViewerLoop loop, ViewerQueue viewer, Runnable first) {
        size++;
        Group group = groups.computeIfAbsent(loop, this::open);
        group.count++;
        loops.post(loop, () -> {
            group.viewers.add(viewer);
            first.run();
        });
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

    /** Does something on a loop in order with what is sent; says whether the loop still takes work. */
    boolean post(ViewerLoop loop, Runnable task) {
        return loops.post(loop, task);
    }

    /** Hands an access unit out, which is borrowed. */
    void deliver(StreamFrame frame) {
        loops.each(frame, (viewers, shared) -> viewers.deliver(frame));
    }

    /** Tells everybody something, which is borrowed. */
    void tell(Shared notice) {
        loops.each(notice, LoopViewers::tell);
    }

    void each(Consumer<LoopViewers> action) {
        loops.each(action);
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
