package dev.fanlight.relay.stream;

import dev.fanlight.protocol.SourceState;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.runtime.ClockOffset;

/**
 * One connection that publishes a stream, until it ends or a newer one takes its place; from then on its calls do nothing.
 * Thread safe; frames come from one thread.
 */
public final class PublishHandle {

    private final LiveStream hub;
    private final Publisher publisher;

    PublishHandle(LiveStream hub, Publisher publisher) {
        this.hub = hub;
        this.publisher = publisher;
    }

    /** What will be sent. */
    public void tracks(Tracks tracks) {
        hub.tracks(this, tracks);
    }

    /** What the camera does. */
    public void source(SourceState state) {
        hub.source(this, state);
    }

    /** How the agent’s clock stands to ours. */
    public void clock(ClockOffset.Sample sample) {
        hub.clock(this, sample);
    }

    /** The next access unit; borrowed. */
    public void frame(MediaFrame frame) {
        hub.frame(this, frame);
    }

    /** The connection is gone. */
    public void end() {
        hub.end(this);
    }

    Publisher publisher() {
        return publisher;
    }
}
