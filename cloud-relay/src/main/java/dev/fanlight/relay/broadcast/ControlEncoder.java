package dev.fanlight.relay.broadcast;

import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.buffer.SharedBuffer;

/** Turns a control message into bytes once for all who get it. Thread safe. */
@FunctionalInterface
public interface ControlEncoder {

    /** The bytes; the caller owns the one reference. */
    SharedBuffer encode(ToPlayer message);
}
