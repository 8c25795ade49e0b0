package dev.fanlight.relay.store;

/** A change conflicts with a concurrent one, and nothing of it was stored. The message is shown to the user. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the error of the driver as the cause. */
    public ConflictException(Throwable cause) {
        super("Another change to the same data came first, so nothing was changed. Try again.", cause);
    }
}
