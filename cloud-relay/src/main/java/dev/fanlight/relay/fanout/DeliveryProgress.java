package dev.fanlight.relay.fanout;

import dev.fanlight.relay.stream.IndexedFrame;

/** How far one viewer is in one track: what was taken for it, and what of that was sent. Event loop only. */
final class DeliveryProgress {

    private final TrackPosition taken = new TrackPosition();
    private final TrackPosition sent = new TrackPosition();

    /** Takes an access unit for the viewer, if it can decode it then. */
    boolean take(IndexedFrame frame) {
        boolean admitted = taken.admits(frame);
        if (admitted) {
            taken.passed(frame);
        }
        return admitted;
    }

    /** Whether a whole batch is the very next for a viewer that was sent all that was taken. */
    boolean continuesWith(FrameBatch batch) {
        return sent.isNext(batch.first());
    }

    /** Whether everything up to here, and nothing else, was taken and sent. */
    boolean isAt(TrackPosition position) {
        return sent.isAt(position) && taken.isAt(position);
    }

    /** Everything up to here has been taken and sent. */
    void become(TrackPosition position) {
        taken.become(position);
        sent.become(position);
    }

    /** A batch that continues is sent. */
    void sent(FrameBatch batch) {
        taken.passed(batch.last());
        sent.passed(batch.last());
    }

    /** Whether there is a hole before this one, which is to be sent next; only disposable access units can have left it. */
    boolean leavesHole(IndexedFrame frame) {
        return sent.leavesHole(frame);
    }

    /** This one is sent. */
    void sent(IndexedFrame frame) {
        sent.passed(frame);
    }

    /** What was taken and not sent may be dropped: it has to be taken again. */
    void rewind() {
        taken.become(sent);
    }

    /** It goes on with a key frame, after a time in which the viewer got another track. */
    void restart() {
        taken.restart();
        sent.restart();
    }
}
