package dev.fanlight.relay.stream;

import java.util.function.Consumer;

/** The calls of a reader to its stream, until it is detached. Thread safe; not to be called from a {@link StreamReader}'s methods. */
public final class ReaderHandle {

    private final LiveStream stream;
    private final StreamReader reader;

    // stream's lock
    private ReaderDemand demand = ReaderDemand.NONE;

    // stream's lock
    private boolean recording;

    ReaderHandle(LiveStream stream, StreamReader reader) {
        this.stream = stream;
        this.reader = reader;
    }

    /**
     * Sets the demand of the reader. The publisher is informed at once when the first demand begins or the last ends, of other changes
     * with the
     * next tick. */
    public void demand(ReaderDemand next) {
        stream.demand(this, next);
    }

    /** The reader cannot continue without a key frame of this track; requests one, unless one is due soon or was requested just now. */
    public void requestKeyFrame(int track) {
        stream.keyFrameNeeded(track);
    }

    /** Says whether the reader records the stream now; all readers learn that with the status. */
    public void recording(boolean next) {
        stream.recording(this, next);
    }

    /** Runs {@code action} in order with the events of the reader, under the stream's lock. It must not block. */
    public void inOrder(Consumer<StreamView> action) {
        stream.inOrder(action);
    }

    /** Ends reading and withdraws the demand; the reader receives nothing after this returns. */
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

    boolean isRecording() {
        return recording;
    }

    void replaceRecording(boolean next) {
        recording = next;
    }

    int viewers() {
        return reader.kind().isOfViewers() ? demand.consumers() : demand.viewers();
    }
}
