package dev.fanlight.runtime;

/** Work that one thread does over and over. One thread calls all methods; {@link LoopRunner} gives it one. */
public interface Loop {

    /** Called once before the first {@link #doWork()}. */
    default void onStart() throws Exception {}

    /**
     * Does one piece of work; ends early when the thread is interrupted, and may wait for work without bound where that ends the wait.
     *
     * @return whether there is more to do; {@code false} ends the loop
     */
    boolean doWork() throws Exception;

    /** Called once at the end, also after a failure. */
    default void onClose() {}

    /** The name of the thread, as it shows in thread dumps. */
    String roleName();
}
