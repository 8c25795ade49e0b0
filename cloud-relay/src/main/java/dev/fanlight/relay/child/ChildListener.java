package dev.fanlight.relay.child;

/** What a child says. All of it is called on the executor that was named at its start, one call at a time. */
public interface ChildListener {

    /** The next bytes of its stdout, at most {@link ChildLimits#OUTPUT_BYTES}; a new array, which is the listener’s. */
    void output(byte[] bytes);

    /** It has taken most of what waited for it, after {@link FfmpegChild#isFull} was true. */
    default void drained() {}

    /** It is gone, and nothing else is called any more. Called once, whatever happens, also for one that could not be started. */
    void ended(ChildEnd end);
}
