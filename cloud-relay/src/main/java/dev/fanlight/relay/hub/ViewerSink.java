package dev.fanlight.relay.hub;

import dev.fanlight.relay.audience.Shared;

/** The way to one viewer. All methods are called on the viewer’s event loop; everything passed in is borrowed. */
public interface ViewerSink {

    /** Whether it takes more without queueing beyond its own small buffer. */
    boolean isWritable();

    /** Sends an access unit; may wait for {@link #flush()}. */
    void write(Frame frame);

    /** Sends what was written. */
    void flush();

    /** Sends a control message, ahead of access units that still wait in the queue. */
    void tell(Shared message);

    /** Disconnects the viewer because it is too slow. */
    void giveUp();
}
