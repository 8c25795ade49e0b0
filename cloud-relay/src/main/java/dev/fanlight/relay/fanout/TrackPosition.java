package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;

/** How far a viewer is in one track: tells which access unit can be decoded next. Event loop only. */
final class TrackPosition {

    private static final long NONE = -1;

    private long newest = NONE;
    private long reference = NONE;

    /** Whether a viewer that was sent everything up to here can decode this one; what is not newer is not taken twice. */
    boolean admits(IndexedFrame frame) {
        return frame.index() > newest && (frame.isKey() || frame.reference() == reference);
    }

    /** Whether this one comes directly behind what went through, and can be decoded. */
    boolean isNext(IndexedFrame frame) {
        return frame.index() == newest + 1 && (frame.isKey() || frame.reference() == reference);
    }

    /** Whether there is a hole before this one that only disposable access units can have left. */
    boolean leavesHole(IndexedFrame frame) {
        return !frame.isKey() && frame.index() != newest + 1;
    }

    /** This one has gone through. */
    void passed(IndexedFrame frame) {
        newest = frame.index();
        reference = frame.newestReference();
    }

    /** Whether another is exactly as far. */
    boolean isAt(TrackPosition other) {
        return newest == other.newest && reference == other.reference;
    }

    /** Goes back, or ahead, to where another is. */
    void become(TrackPosition other) {
        newest = other.newest;
        reference = other.reference;
    }

    /** Nothing but a key frame may be next, and nothing that went through before. */
    void restart() {
        reference = NONE;
    }
}
