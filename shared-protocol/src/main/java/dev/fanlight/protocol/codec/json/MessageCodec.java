package dev.fanlight.protocol.codec.json;

import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.ProtocolException;

/**
 * The JSON form of one type of message, without its member {@code type}. Implementations are stateless and thread safe.
 *
 * @param <M> the message
 */
public interface MessageCodec<M extends Message> {

    /**
     * Reads a message; members that it does not know are ignored.
     *
     * @throws ProtocolException when a member is missing, of the wrong type or out of range
     */
    M read(Members members) throws ProtocolException;

    /** Writes the members of a message in the order of the protocol document. */
    void write(M message, MemberWriter out);
}
