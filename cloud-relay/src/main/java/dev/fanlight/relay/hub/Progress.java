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

    /** Whether a whole batch is the very next for somebody who was sent all that was taken. */
    boolean continuesWith(Batch batch) {
        return sent.isNext(batch.first());
    }

    /** Whether everything up to here, and nothing else, was taken and sent. */
    boolean isAt(Position position) {
        return sent.isAt(position) && taken.isAt(position);
    }

    /** Everything up to here has been taken and sent. */
    void become(Position position) {
        taken.become(position);
        sent.become(position);
    }

    /** A batch that continues is sent. */
    void sent(Batch batch) {
        taken.passed(batch.last());
        sent.passed(batch.last());
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
