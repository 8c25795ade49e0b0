package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;

/** Position of a viewer in one track, which decides what can be decoded next. Event loop only. */
final class TrackPosition {

    private static final long NONE = -1;

    private long newest = NONE;
    private long reference = NONE;

    /** Whether the access unit is newer than this position and can be decoded from here. */
    boolean admits(IndexedFrame frame) {
        return frame.index() > newest && (frame.isKey() || frame.reference() == reference);
    }

    /** Whether the access unit directly follows this position and can be decoded from here. */
    boolean isNext(IndexedFrame frame) {
        return frame.index() == newest + 1 && (frame.isKey() || frame.reference() == reference);
    }

    /** Whether access units are missing before this one; they can only be disposable. */
    boolean followsGap(IndexedFrame frame) {
        return !frame.isKey() && frame.index() != newest + 1;
    }

    /** Moves to this access unit. */
    void passed(IndexedFrame frame) {
        newest = frame.index();
        reference = frame.newestReference();
    }

    /** Whether another position is the same. */
    boolean isAt(TrackPosition other) {
        return newest == other.newest && reference == other.reference;
    }

    /** Moves to another position, forwards or backwards. */
    void moveTo(TrackPosition other) {
        newest = other.newest;
        reference = other.reference;
    }

    /** Admits only a key frame next, and nothing older than this position. */
    void restart() {
        reference = NONE;
    }
}
