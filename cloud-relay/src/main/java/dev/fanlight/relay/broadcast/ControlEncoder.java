package dev.fanlight.relay.broadcast;

import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.buffer.SharedBuffer;

/** Encodes a control message once for all its recipients. Thread safe. */
@FunctionalInterface
public interface ControlEncoder {

    /** The encoded message; the caller owns the one reference. */
    SharedBuffer encode(ToPlayer message);
}
