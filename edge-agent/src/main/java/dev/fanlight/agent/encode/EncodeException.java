package dev.fanlight.agent.encode;

/** The encoder failed; it can only be closed. */
public final class EncodeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates one; {@code message} says which step failed and how. */
    public EncodeException(String message) {
        super(message);
    }
}
