package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.broadcast.Broadcaster;
import dev.fanlight.relay.wire.StreamBuffer;
import java.util.List;
import java.util.Optional;

/** The viewers of one camera’s motion JPEG, by event loop. Guarded by the stream’s lock. */
final class MjpegViewers {

    private final Broadcaster<MjpegLoop> loops = new Broadcaster<>(loop -> new MjpegLoop(), MjpegLoop::end);

    int size() {
        return loops.size();
    }

    /** Adds a viewer, which is sent {@code newest} at once. */
    void enter(MjpegViewer viewer, Optional<Jpeg> newest) {
        loops.join(viewer.loop(), List.of(), group -> {
            group.add(viewer);
            newest.ifPresent(viewer::start);
        });
    }

    /** Removes a viewer that has entered. */
    void leave(MjpegViewer viewer) {
        loops.leave(viewer.loop(), group -> group.remove(viewer));
    }

    void deliver(Jpeg jpeg) {
        if (loops.size() == 0) {
            return;
        }
        StreamBuffer part = MjpegParts.of(jpeg);
        loops.each(part, (group, bytes) -> group.deliver((StreamBuffer) bytes));
        part.release();
    }

    /** Ends the stream of each viewer. */
    void end() {
        loops.each(MjpegLoop::end);
    }
}
