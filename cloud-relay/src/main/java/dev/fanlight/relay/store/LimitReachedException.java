package dev.fanlight.relay.store;

/** There is no room for one more of something; the message is a sentence for people. */
public final class LimitReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what there is too much of. */
    public LimitReachedException(String sentence) {
        super(sentence);
    }
}
