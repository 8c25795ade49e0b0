package dev.fanlight.relay.store;

import dev.fanlight.relay.log.Reported;

/** Disk full, file locked for too long, file damaged, server not reached: {@link StoreHealth} has reported it. */
public final class StoreUnavailableException extends StoreException implements Reported {

    private static final long serialVersionUID = 1L;

    /** Wraps the error of the driver. */
    public StoreUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
