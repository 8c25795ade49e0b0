package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.wire.StreamBuffer;
import java.util.ArrayList;
import java.util.List;

/** The viewers of one camera’s motion JPEG that one event loop serves. Event loop only. */
final class MjpegLoop {

    // As many as the limit of viewers allows.
    private final List<MjpegViewer> viewers = new ArrayList<>();

    void add(MjpegViewer viewer) {
        viewers.add(viewer);
    }

    void remove(MjpegViewer viewer) {
        viewers.remove(viewer);
        viewer.close();
    }

    /** Delivers a part, which the caller still owns. */
    void deliver(StreamBuffer part) {
        for (int i = viewers.size() - 1; i >= 0; i--) {
            viewers.get(i).offer(part);
        }
    }

    void end() {
        List.copyOf(viewers).forEach(MjpegViewer::end);
    }
}
