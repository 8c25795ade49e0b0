package dev.fanlight.relay.stream;

import java.util.function.Consumer;

/** A reader's way back to its stream, until it is detached. Thread safe; not to be called from a {@link StreamReader}'s methods. */
public final class ReaderHandle {

    private final LiveStream stream;
    private final StreamReader reader;

    // stream's lock
    private ReaderDemand demand = ReaderDemand.NONE;

    ReaderHandle(LiveStream stream, StreamReader reader) {
        this.stream = stream;
        this.reader = reader;
    }

    /** Says what the reader needs from now on. The publisher learns of the first and the last at once, of other changes in the next tick. */
    public void demand(ReaderDemand next) {
        stream.demand(this, next);
    }

    /** The reader cannot go on without a key frame of this track; asks for one, unless one is expected soon or was just asked for. */
    public void requestKeyFrame(int track) {
        stream.keyFrameNeeded(track);
    }

    /** Runs something that must be ordered with what the reader is given. It must not block. */
    public void inOrder(Consumer<StreamView> action) {
        stream.inOrder(action);
    }

    /** Ends reading and takes the demand back; nothing is given to the reader after this returns. */
    public void detach() {
        stream.detach(this);
    }

    StreamReader reader() {
        return reader;
    }

    ReaderDemand demand() {
        return demand;
    }

    void replaceDemand(ReaderDemand next) {
        demand = next;
    }

    int people() {
        return reader.kind() == ReaderKind.VIEWER ? demand.consumers() : 0;
    }
}
