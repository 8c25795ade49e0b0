package dev.fanlight.protocol.codec;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;

/**
 * Counts the messages of unknown types on one connection. They are ignored, so that a newer peer may send them, up to
 * {@link WireLimits#MAX_UNKNOWN_MESSAGES}. Not thread safe.
 */
public final class UnknownMessages {

    private int count;

    /**
     * Counts one message.
     *
     * @throws ProtocolException when it is over the limit
     */
    public void ignore() throws ProtocolException {
        count++;
        if (count > WireLimits.MAX_UNKNOWN_MESSAGES) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "too many messages of unknown types");
        }
    }
}
