package dev.fanlight.protocol;

/** A control message of wire protocol v1. Immutable, thread safe. */
public interface Message {

    /** The type, which determines the name on the wire and the directions. */
    MessageType type();
}
