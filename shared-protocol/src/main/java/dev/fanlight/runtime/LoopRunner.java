package dev.fanlight.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Gives a {@link Loop} a daemon thread of its own. Thread safe. */
public final class LoopRunner implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Loop loop;
    private final Consumer<Throwable> onFailure;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Thread thread;

    private LoopRunner(Loop loop, Consumer<Throwable> onFailure) {
        this.loop = loop;
        this.onFailure = onFailure;
        this.thread = new Thread(this::run, loop.roleName());
        thread.setDaemon(true);
    }

    /**
     * Starts the loop.
     *
     * @param onFailure receives what ended the loop before it was stopped, an {@link Error} too, on the loop’s thread, after
     *     {@link Loop#onClose()}
     */
    public static LoopRunner start(Loop loop, Consumer<Throwable> onFailure) {
        LoopRunner runner = new LoopRunner(loop, onFailure);
        runner.thread.start();
        return runner;
    }

    /** Whether the loop’s thread is alive. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Asks the loop to end without waiting for it. */
    public void stop() {
        running.set(false);
        thread.interrupt();
    }

    /** Ends the loop and waits for it, at most 5 s; returns at once when the loop itself calls it. */
    @Override
    public void close() {
        close(CLOSE_LIMIT);
    }

    /** Ends the loop and waits for it, at most {@code limit}; returns at once when the loop itself calls it. */
    public void close(Duration limit) {
        stop();
        if (Thread.currentThread() != thread) {
            awaitEnd(limit);
        }
    }

    /** Waits until the loop has ended by itself, at most {@code limit}; false if it has not. */
    public boolean awaitEnd(Duration limit) {
        try {
            thread.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private void run() {
        Optional<Throwable> failure = work();
        Optional<Throwable> closing = close(loop);
        if (running.get()) {
            failure.or(() -> closing).ifPresent(onFailure);
        }
    }

    /** A loop that ends by an Error, or by an interrupt from elsewhere, is as dead as one that ends by an exception. */
    private Optional<Throwable> work() {
        try {
            loop.onStart();
            boolean more = true;
            while (more) {
                more = running.get() && loop.doWork();
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }

    private static Optional<Throwable> close(Loop loop) {
        try {
            loop.onClose();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }
}
