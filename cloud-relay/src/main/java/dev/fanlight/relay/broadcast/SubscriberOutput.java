package dev.fanlight.relay.broadcast;

import dev.fanlight.relay.buffer.SharedBuffer;

/** The output of a subscriber for bytes that are sent to many, past its queue. On the event loop that serves it. */
public interface SubscriberOutput {

    /** Sends the bytes, which the caller still owns, now, unless too much waits; returns whether. */
    boolean offer(SharedBuffer bytes);

    /** Whether {@link #offer} is expected to accept bytes now; reads the state that it needs, which prefetches it. */
    default boolean isReady() {
        return true;
    }
}
