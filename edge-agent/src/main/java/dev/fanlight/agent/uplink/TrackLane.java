package dev.fanlight.agent.uplink;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.WireLimits;

/**
 * One track of a publication: numbers its access units and knows whether a decoder can go on with the next one. Guarded by
 * the lock of the queue.
 */
final class TrackLane {

    private enum State {
        /** No key frame has come yet; nothing is numbered. */
        NOT_BEGUN,
        /** Each access unit follows on the one before. */
        FLOWING,
        /** Some were dropped: only a key frame can be next. */
        BROKEN
    }

    private final int track;
    private final int limit;

    private State state = State.NOT_BEGUN;
    private long sequence;
    private int waiting;

    TrackLane(int track, int limit) {
        this.track = track;
        this.limit = limit;
    }

    int track() {
        return track;
    }

    /** Whether the track cannot begin with this. */
    boolean isTooEarly(AccessUnit unit) {
        return state == State.NOT_BEGUN && !unit.key();
    }

    /** Whether as many wait as may. */
    boolean isFull() {
        return waiting >= limit;
    }

    /** Whether a decoder cannot do with this, because what comes before it was dropped. */
    boolean isUseless(AccessUnit unit) {
        return state == State.BROKEN && !unit.key();
    }

    /** The number of the next access unit, whether it is sent or not. */
    long count() {
        long number = sequence;
        sequence = (sequence + 1) & WireLimits.MAX_U32;
        return number;
    }

    Outgoing.Picture add(AccessUnit unit, long number, long epoch) {
        int flags = (unit.key() ? MediaHeader.KEY : 0)
                | (unit.disposable() ? MediaHeader.DISPOSABLE : 0)
                | (state == State.BROKEN ? MediaHeader.DISCONTINUITY : 0);
        MediaHeader header =
                new MediaHeader(unit.kind(), flags, track, 0, number, unit.captureMicros(), epoch, unit.offsetMicros());
        state = State.FLOWING;
        waiting++;
        return new Outgoing.Picture(header, unit);
    }

    void sent() {
        waiting--;
    }

    /** All that waited was dropped; returns how many that were. */
    int drop() {
        int dropped = waiting;
        waiting = 0;
        state = State.BROKEN;
        return dropped;
    }
}
