package dev.fanlight.relay.stream;

import dev.fanlight.media.SourceState;
import dev.fanlight.media.TrackSet;
import dev.fanlight.runtime.ClockOffset;

/**
 * One connection that publishes a stream, until it ends or a newer one takes its place; from then on its calls do nothing.
 * Thread safe; frames come from one thread.
 */
public final class PublishHandle {

    private final LiveStream stream;
    private final Publisher publisher;

    PublishHandle(LiveStream stream, Publisher publisher) {
        this.stream = stream;
        this.publisher = publisher;
    }

    /** What will be sent. */
    public void tracks(TrackSet tracks) {
        stream.tracks(this, tracks);
    }

    /** What the camera does. */
    public void source(SourceState state) {
        stream.source(this, state);
    }

    /** How the publisher’s clock stands to the relay’s. */
    public void clock(ClockOffset.Sample sample) {
        stream.clock(this, sample);
    }

    /** The next access unit; borrowed. */
    public void frame(MediaFrame frame) {
        stream.frame(this, frame);
    }

    /** The connection is gone. */
    public void end() {
        stream.end(this);
    }

    Publisher publisher() {
        return publisher;
    }
}
