package dev.fanlight.relay.store;

/** A right was taken back and is in force, but only in memory: the store refused it. The message is a sentence for people. */
public final class NotStoredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public NotStoredException(StoreException cause) {
        super(
                "Revoked, and its connections were closed. This is not saved yet: " + cause.reason()
                        + ". The relay saves it as soon as it can; until then, a restart would undo it.",
                cause);
    }
}
