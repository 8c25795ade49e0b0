package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayList;
import java.util.List;

/** The readers of one stream that one event loop serves. Event loop only. */
final class FlvLoop {

    // As many as the limit of viewers allows.
    private final List<FlvViewer> viewers = new ArrayList<>();

    void add(FlvViewer viewer) {
        viewers.add(viewer);
    }

    void remove(FlvViewer viewer) {
        viewers.remove(viewer);
        viewer.close();
    }

    /** Delivers a frame, which the caller still owns; returns whether a reader needs a key frame of its track. */
    boolean deliver(IndexedFrame frame, FlvTracks tracks) {
        boolean broken = false;
        for (int i = viewers.size() - 1; i >= 0; i--) {
            broken |= viewers.get(i).offer(frame, tracks);
        }
        return broken;
    }

    void end() {
        end(CloseReason.LINK_ENDED);
    }

    /** The camera has gone over to video that FLV does not carry. */
    void refuse() {
        end(CloseReason.UNSUPPORTED);
    }

    private void end(CloseReason reason) {
        List.copyOf(viewers).forEach(viewer -> viewer.connection().end(reason));
    }
}
