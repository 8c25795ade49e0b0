package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;

/**
 * Progress of one viewer in one track: the position up to which access units were accepted, and up to which they were sent. Event loop
 * only.
 */
final class DeliveryProgress {

    private final TrackPosition taken = new TrackPosition();
    private final TrackPosition sent = new TrackPosition();

    /** Accepts an access unit if the viewer can decode it after those accepted before; returns whether. */
    boolean take(IndexedFrame frame) {
        boolean admitted = taken.admits(frame);
        if (admitted) {
            taken.passed(frame);
        }
        return admitted;
    }

    /** Whether a batch directly follows what was sent; to be asked when nothing waits. */
    boolean continuesWith(FrameBatch batch) {
        return sent.isNext(batch.first());
    }

    /** Whether both positions are this one. */
    boolean isAt(TrackPosition position) {
        return sent.isAt(position) && taken.isAt(position);
    }

    /** Moves both positions to this one. */
    void moveTo(TrackPosition position) {
        taken.moveTo(position);
        sent.moveTo(position);
    }

    /** Records that a batch was sent. */
    void sent(FrameBatch batch) {
        taken.passed(batch.last());
        sent.passed(batch.last());
    }

    /** Whether disposable access units were dropped directly before this one, which is sent next. */
    boolean followsGap(IndexedFrame frame) {
        return sent.followsGap(frame);
    }

    /** Records that an access unit was sent. */
    void sent(IndexedFrame frame) {
        sent.passed(frame);
    }

    /** Goes back to what was sent: what was accepted after it has to be accepted again. */
    void rewind() {
        taken.moveTo(sent);
    }

    /** Continues with a key frame, after the viewer has received another track. */
    void restart() {
        taken.restart();
        sent.restart();
    }
}
