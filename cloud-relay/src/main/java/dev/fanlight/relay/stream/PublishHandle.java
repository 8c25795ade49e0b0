package dev.fanlight.relay.stream;

import dev.fanlight.media.SourceState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.runtime.ClockOffset;

/**
 * The calls of one publisher to its stream, until it ends or is replaced; after that they do nothing. Thread safe; frames come from one
 * thread.
 */
public final class PublishHandle {

    private final LiveStream stream;
    private final Publisher publisher;

    PublishHandle(LiveStream stream, Publisher publisher) {
        this.stream = stream;
        this.publisher = publisher;
    }

    /** Announces the tracks of the frames that follow. */
    public void tracks(TrackSet tracks) {
        stream.tracks(this, tracks);
    }

    /** Reports the state of the source. */
    public void source(SourceState state) {
        source(SourceStatus.of(state));
    }

    /** Reports the state of the source and of the way from it. */
    public void source(SourceStatus status) {
        stream.source(this, status);
    }

    /** Reports the offset of the publisher’s clock to the relay’s. */
    public void clock(ClockOffset.Sample sample) {
        stream.clock(this, sample);
    }

    /** Reports how many watch on other relays, if the publisher is one. */
    public void viewersElsewhere(int count) {
        stream.elsewhere(this, count);
    }

    /** Publishes the next access unit, which the caller still owns. */
    public void frame(MediaFrame frame) {
        stream.frame(this, frame);
    }

    /** Ends publishing. */
    public void end() {
        stream.end(this);
    }

    Publisher publisher() {
        return publisher;
    }
}
