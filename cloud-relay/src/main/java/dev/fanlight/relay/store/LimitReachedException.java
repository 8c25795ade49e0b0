package dev.fanlight.relay.store;

/** A limit of the store is reached; the message is shown to the user. */
public final class LimitReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence that names the limit. */
    public LimitReachedException(String sentence) {
        super(sentence);
    }
}
