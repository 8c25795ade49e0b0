package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.MediaFrame;
import java.time.Duration;

/**
 * The connection of one viewer, as the fan-out uses it. All methods are called on the viewer’s event loop; the caller keeps ownership of
 * all
 * arguments. */
public interface ViewerOutput {

    /** Whether it accepts more without queueing beyond its own small buffer. */
    boolean isWritable();

    /** Output for bytes that many viewers receive, past the queue; always the same object. */
    SubscriberOutput directOutput();

    /** Sends an access unit, at once or with the next {@link #flush()}. */
    void write(MediaFrame frame);

    /** Sends what was written. */
    void flush();

    /** Sends a control message that all viewers receive, ahead of access units that still wait in the queue. */
    void send(SharedBuffer message);

    /** Sends a control message to this viewer alone, in order with what was written. */
    void send(ToPlayer message);

    /** Calls {@code task} on the loop after {@code delay}, unless the viewer is gone by then. */
    void after(Duration delay, Runnable task);

    /** Disconnects the viewer because it is too slow. */
    void disconnect();
}
