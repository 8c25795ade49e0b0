package dev.fanlight.relay.socket;

import dev.fanlight.protocol.ProtocolException;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** Receives the messages of one peer. Called on the socket’s event loop. */
public interface MessageReceiver {

    /** A control message, at most 8 KiB, not yet checked for UTF-8. */
    void text(byte[] message) throws ProtocolException;

    /** A media message within the limit, in parts of heap memory; valid during the call. */
    void binary(List<ByteBuf> parts) throws ProtocolException;

    /** A ping or pong, of at most 125 bytes; it counts like a message. Throws when that is one too many. */
    void control(int bytes) throws ProtocolException;

    /** The socket is closed; the last call. */
    void closed();

    /** A binary message begins; throws to refuse it before any of it is stored. */
    default void binaryBegins() throws ProtocolException {}
}
