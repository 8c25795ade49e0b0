package dev.fanlight.relay.store;

/** The database did not do what it was asked for: disk full, file locked for too long, file damaged, server not reached. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Wraps what the driver said. */
    public StoreException(Throwable cause) {
        super("the store cannot be used: " + cause.getMessage(), cause);
    }
}
