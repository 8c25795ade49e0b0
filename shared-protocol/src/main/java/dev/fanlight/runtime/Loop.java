package dev.fanlight.runtime;

/** Work that one thread repeats. All methods are called by that thread, which a {@link LoopRunner} provides. */
public interface Loop {

    /** Called once before the first {@link #doWork()}. */
    default void onStart() throws Exception {}

    /**
     * Does one piece of work; returns early when the thread is interrupted, so it may wait for work without a limit.
     *
     * @return whether there is more to do; {@code false} ends the loop
     */
    boolean doWork() throws Exception;

    /** Called once at the end, also after a failure. */
    default void onClose() {}

    /** The name of the thread, as it shows in thread dumps. */
    String roleName();
}
