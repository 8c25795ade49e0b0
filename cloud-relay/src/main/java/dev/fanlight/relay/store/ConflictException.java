package dev.fanlight.relay.store;

/** A change that contradicts one which was made at the same time; nothing of it was stored. The message is a sentence for people. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Keeps what the driver said as the cause. */
    public ConflictException(Throwable cause) {
        super("Another change to the same data came first, so nothing was changed. Try again.", cause);
    }
}
