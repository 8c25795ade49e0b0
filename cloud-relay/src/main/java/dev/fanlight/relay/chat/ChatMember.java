package dev.fanlight.relay.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.audience.ViewerLoop;

/** One page that takes part in a room. */
public interface ChatMember {

    /** The event loop that serves it. Any thread. */
    ViewerLoop loop();

    /** Sends it a message, which is borrowed. On its event loop. */
    void tell(Shared message);

    /** Ends it. On its event loop. */
    void sendAway(CloseReason reason);
}
