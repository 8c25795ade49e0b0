package dev.fanlight.relay.hub;

/** How far one viewer is in one track: what was taken for it, and what of that was sent. Event loop only. */
final class Progress {

    private final Position taken = new Position();
    private final Position sent = new Position();

    /** Takes an access unit for the viewer, if it can decode it then. */
    boolean take(StreamFrame frame) {
        boolean admitted = taken.admits(frame);
        if (admitted) {
            taken.passed(frame);
        }
        return admitted;
    }

    /** Takes and sends a whole batch, if the viewer can decode it. */
    boolean takeAndSend(Batch batch) {
        if (!taken.admits(batch.first())) {
            return false;
        }
        StreamFrame last = batch.last();
        taken.passed(last);
        sent.passed(last);
        return true;
    }

    /** Whether there is a hole before this one, which is to be sent next; only disposable access units can have left it. */
    boolean leavesHole(StreamFrame frame) {
        return sent.leavesHole(frame);
    }

    /** This one is sent. */
    void sent(StreamFrame frame) {
        sent.passed(frame);
    }

    /** What was taken and not sent may be left out: it has to be taken again. */
    void rewind() {
        taken.become(sent);
    }

    /** It goes on with a key frame, after a time in which the viewer got another track. */
    void restart() {
        taken.restart();
        sent.restart();
    }
}
