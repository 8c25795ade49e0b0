package dev.fanlight.relay.socket;

import dev.fanlight.protocol.ProtocolException;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** What one kind of peer says to the relay. Called on the socket’s event loop. */
public interface MessageReceiver {

    /** A control message, at most 8 KiB, not yet checked for UTF-8. */
    void text(byte[] message) throws ProtocolException;

    /** A media message within the limit, in parts of heap memory; not to be kept. */
    void binary(List<ByteBuf> parts) throws ProtocolException;

    /** The socket is gone; the last call. */
    void closed();

    /** A binary message begins: the place to refuse it before anything of it is kept. */
    default void binaryBegins() throws ProtocolException {}
}
