package dev.fanlight.relay.store;

import dev.fanlight.relay.log.Reported;

/** The database failed: disk full, file locked for too long, file damaged, server not reached. {@link StoreHealth} has reported it. */
public final class StoreException extends RuntimeException implements Reported {

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
