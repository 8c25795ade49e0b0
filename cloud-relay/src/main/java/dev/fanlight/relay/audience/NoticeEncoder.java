package dev.fanlight.relay.audience;

import dev.fanlight.protocol.ToPlayer;

/** Turns a control message into bytes once for all who get it. Thread safe. */
@FunctionalInterface
public interface NoticeEncoder {

    /** The bytes; the caller owns the one reference. */
    Shared encode(ToPlayer message);
}
