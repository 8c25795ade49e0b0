package dev.fanlight.relay.ingest;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadResult;
import dev.fanlight.relay.stream.PublishDemand;
import java.time.Duration;
import java.util.function.Consumer;

/** The connection of a publisher, as its session sees it. Implemented by each ingest protocol; all but {@link #execute} is called on its executor. */
public interface PublishConnection {

    /** Runs a task on the connection’s executor, after the current one; it runs one task at a time. Any thread; does not block. */
    void execute(Runnable task);

    /** Runs a task on the connection’s executor after a delay, unless the connection has closed by then. */
    void schedule(Duration delay, Runnable task);

    /** Passes on what is needed of the publisher; a protocol without such a message does nothing. */
    void demand(PublishDemand demand);

    /** Passes on a request for a key frame of a track; a protocol without such a message does nothing. */
    void requestKeyFrame(int track);

    /** Passes on a command to the camera’s head; {@code answer} is called once. A protocol without such a message answers at once. */
    default void head(HeadCommand command, Consumer<HeadAnswer> answer) {
        answer.accept(HeadAnswer.of(HeadResult.UNAVAILABLE));
    }

    /** The session has ended: the connection is to be closed. Called once at most. */
    void ended(PublishEnd reason);
}
