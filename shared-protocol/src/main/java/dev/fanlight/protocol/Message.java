package dev.fanlight.protocol;

/** A control message of wire protocol v1. Immutable, free to share between threads. */
public interface Message {

    /** The message’s type, which also is its name on the wire. */
    MessageType type();
}
