package dev.fanlight.agent.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The JVM runs it at Ctrl-C and SIGTERM, and at its own end: the relay is notified at once instead of after a timeout. Thread
 * safe.
 */
final class ShutdownThread extends Thread {

    private final Runnable last;
    private final AtomicBoolean armed = new AtomicBoolean(true);

    private ShutdownThread(Runnable last) {
        super("shutdown");
        this.last = last;
    }

    /** Has {@code last} run when the JVM ends; it must end within seconds. */
    static ShutdownThread register(Runnable last) {
        ShutdownThread thread = new ShutdownThread(last);
        Runtime.getRuntime().addShutdownHook(thread);
        return thread;
    }

    /** Skips the action. Removing the hook instead is refused while the JVM ends. */
    void disarm() {
        armed.set(false);
    }

    /** For a main thread that this one has stopped: waits for the end of the JVM. */
    static void awaitEnd() throws InterruptedException {
        Thread.currentThread().join();
    }

    @Override
    public void run() {
        if (armed.get()) {
            last.run();
        }
    }
}
