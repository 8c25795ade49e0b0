package dev.fanlight.relay.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.SharedBuffer;

/** One connection that takes part in a room. */
public interface ChatMember {

    /** The event loop that serves it. Any thread. */
    SubscriberLoop loop();

    /** Sends it a message, which the caller still owns. On its event loop. */
    void send(SharedBuffer message);

    /** Whether it joins rooms; one that does not is only answered. Any thread. */
    default boolean joins() {
        return true;
    }

    /** Whether it receives reactions. Any thread, and always the same. */
    default boolean showsReactions() {
        return false;
    }

    /** Disconnects it. On its event loop. */
    void disconnect(CloseReason reason);
}
