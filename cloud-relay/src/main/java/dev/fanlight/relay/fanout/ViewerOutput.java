package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.MediaFrame;
import java.time.Duration;

/** What reaches one viewer. All methods are called on the viewer’s event loop; everything passed in is borrowed. */
public interface ViewerOutput {

    /** Whether it takes more without queueing beyond its own small buffer. */
    boolean isWritable();

    /** The direct way for access units that many viewers are sent; always the same. */
    SubscriberOutput directOutput();

    /** Sends an access unit, at once or with the next {@link #flush()}. */
    void write(MediaFrame frame);

    /** Sends what was written. */
    void flush();

    /** Sends a control message that goes to all, ahead of access units that still wait in the queue. */
    void tell(SharedBuffer message);

    /** Sends a control message that goes to this viewer alone, in order with what was written. */
    void say(ToPlayer message);

    /** Calls {@code task} on the loop after {@code delay}, unless the viewer is gone by then. */
    void after(Duration delay, Runnable task);

    /** Disconnects the viewer because it is too slow. */
    void disconnect();
}
