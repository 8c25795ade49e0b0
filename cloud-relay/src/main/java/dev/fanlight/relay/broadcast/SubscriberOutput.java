package dev.fanlight.relay.broadcast;

import dev.fanlight.relay.buffer.SharedBuffer;

/** A subscriber that is sent the same bytes as others, past its queue. On the event loop that serves it. */
public interface SubscriberOutput {

    /** Sends the bytes, which are borrowed, now, unless so much waits that it takes no more; says whether. */
    boolean offer(SharedBuffer bytes);

    /** Whether {@link #offer} is to be expected to take bytes now; touches what that needs of this receiver. */
    default boolean isReady() {
        return true;
    }
}
