package dev.fanlight.relay.store;

/** The database failed. {@link StoreUnavailableException} when it is out of order, else it refused a statement, which is a mistake of the program. */
public sealed class StoreException extends RuntimeException permits StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Wraps the error of the driver.
     *
     * @param reason for people, as it goes on after a colon: {@code the disk is full}
     */
    public StoreException(String reason, Throwable cause) {
        super("the store cannot be used: " + reason, cause);
        this.reason = reason;
    }

    /** For people, as it goes on after a colon; holds no secret. */
    public String reason() {
        return reason;
    }
}
