package dev.fanlight.agent.uplink.media;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.WireLimits;

/**
 * One announced track: numbers its access units and knows whether a decoder can continue with the next one. Where every access
 * unit is a key one, as in audio, it always can. Not thread safe: the queue’s lock guards it.
 */
final class OutgoingTrack {

    /** Two seconds in packets of 20 ms: as long as the connection may be stuck before nothing more is sent. */
    static final int MAX_AUDIO = 100;

    /** So many packets of sound are sent without a frame: 100 ms. */
    static final int MAX_SOUND_WITHOUT_FRAME = 5;

    private enum State {
        /** No key frame has come yet; nothing is numbered. */
        NOT_BEGUN,
        /** Each access unit follows the one before. */
        CONTINUOUS,
        /** Some were dropped: only a key frame can come next. */
        BROKEN
    }

    private final int id;
    private final boolean sound;
    private final int limit;
    private State state = State.NOT_BEGUN;
    private long sequence;
    private int waiting;

    /** Keeps at most {@code limit} access units, or {@link #MAX_AUDIO} of audio. */
    OutgoingTrack(Track track, int limit) {
        this.id = track.id();
        this.sound = track.kind() == MediaKind.AUDIO;
        this.limit = sound ? MAX_AUDIO : limit;
    }

    int id() {
        return id;
    }

    /** Whether its access units stand alone, so that the oldest can be dropped without the others. */
    boolean isSound() {
        return sound;
    }

    /** Whether the track cannot begin with this access unit. */
    boolean isTooEarly(AccessUnit unit) {
        return state == State.NOT_BEGUN && !unit.key();
    }

    /** Whether as many wait as may. */
    boolean isFull() {
        return waiting >= limit;
    }

    /** Whether sound has waited so long for a frame to be sent together with that it should be sent alone. */
    boolean isOverdue() {
        return waiting >= MAX_SOUND_WITHOUT_FRAME;
    }

    /** Whether it cannot be decoded, because access units it refers to were dropped. */
    boolean isUndecodable(AccessUnit unit) {
        return state == State.BROKEN && !unit.key();
    }

    /** The number of the next access unit, whether it is sent or dropped. */
    long nextSequence() {
        long number = sequence;
        sequence = (sequence + 1) & WireLimits.MAX_U32;
        return number;
    }

    Outgoing.Media add(AccessUnit unit, long number, long epoch) {
        int flags = (unit.key() ? MediaHeader.KEY : 0)
                | (unit.disposable() ? MediaHeader.DISPOSABLE : 0)
                | (state == State.BROKEN ? MediaHeader.DISCONTINUITY : 0);
        MediaHeader header =
                new MediaHeader(unit.kind(), flags, id, 0, number, unit.captureMicros(), epoch, unit.offsetMicros());
        state = State.CONTINUOUS;
        waiting++;
        return new Outgoing.Media(header, unit);
    }

    /** Records that one that waited is sent, or was dropped alone. */
    void left() {
        waiting--;
    }

    /** Records that all that waited was dropped; returns how many that were. */
    int dropped() {
        int dropped = waiting;
        waiting = 0;
        state = State.BROKEN;
        return dropped;
    }
}
