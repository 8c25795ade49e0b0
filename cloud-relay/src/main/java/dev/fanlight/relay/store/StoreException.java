package dev.fanlight.relay.store;

/** The database failed: disk full, file locked for too long, file damaged, server not reached. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Wraps the error of the driver. */
    public StoreException(Throwable cause) {
        super("the store cannot be used: " + cause.getMessage(), cause);
    }
}
