package dev.fanlight.protocol;

/**
 * The peer sent something that wire protocol v1 does not allow. Checked, and without a stack trace: malformed input is
 * cheap to refuse. Each socket turns it into a close code in one place.
 */
public final class ProtocolException extends Exception {

    private static final long serialVersionUID = 1L;

    private final CloseReason reason;

    /**
     * Refuses a message.
     *
     * @param reason how the socket is to be closed
     * @param message what was wrong, without any of the peer’s bytes
     */
    public ProtocolException(CloseReason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** The exception for a message that is known but not allowed at this point of the connection. */
    public static ProtocolException unexpected(MessageType type) {
        return new ProtocolException(CloseReason.PROTOCOL_ERROR, "\"" + type.wireName() + "\" is not expected here");
    }

    /** How the socket is to be closed. */
    public CloseReason reason() {
        return reason;
    }
}
