package dev.fanlight.relay.child;

import dev.fanlight.runtime.LoopRunner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One child process. It is started, read and waited for by one thread, written to by a second, and a third reads its stderr; no method of this class
 * waits for any of them. Thread safe.
 */
public final class FfmpegChild implements AutoCloseable {

    private final String name;
    private final ChildTimeouts timeouts;
    private final ChildListener listener;
    private final Executor executor;
    private final ChildInput input;
    private final Semaphore room = new Semaphore(ChildLimits.OUTPUT_PIECES);
    private final CompletableFuture<Process> process = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    /**
     * Starts nothing yet.
     *
     * @param name of its threads
     * @param executor calls the listener
     */
    FfmpegChild(String name, ChildTimeouts timeouts, ChildListener listener, Executor executor) {
        this.name = name;
        this.timeouts = timeouts;
        this.listener = listener;
        this.executor = executor;
        this.input = new ChildInput(name + "-in", () -> executor.execute(listener::drained));
    }

    /**
     * Starts the threads, of which the first starts the process.
     *
     * @param onEnd called on that thread when the process is gone, before the listener
     */
    LoopRunner start(FfmpegProgram program, ChildTask task, Consumer<ChildEnd> onEnd, Consumer<Throwable> onFailure) {
        return LoopRunner.start(new ChildSupervision(this, program, task, onEnd), onFailure);
    }

    /**
     * Passes bytes on to its stdin.
     *
     * @param bytes not copied, must not be written to any more
     * @return false when they were not taken: 4 MiB wait already, or there is no stdin any more
     */
    public boolean write(byte[] bytes) {
        return input.offer(bytes);
    }

    /** Whether 256 KiB or more wait; {@link ChildListener#drained} is called when half of that has gone. */
    public boolean isFull() {
        return input.isFull();
    }

    /** Closes its stdin behind what waits; then it has {@link ChildTimeouts#finish} to end. */
    public void finish() {
        input.finish();
        killAfter(timeouts.finish());
    }

    /** Closes its stdin at once; then it has {@link ChildTimeouts#close} to end. What it still writes is not passed on. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            input.abort();
            room.release();
            killAfter(timeouts.close());
        }
    }

    String name() {
        return name;
    }

    ChildInput input() {
        return input;
    }

    Duration closeLimit() {
        return timeouts.close();
    }

    boolean isClosing() {
        return closing.get();
    }

    void started(Process running) {
        process.complete(running);
    }

    void notStarted(Throwable cause) {
        process.completeExceptionally(cause);
    }

    /** Waits until the listener has taken enough for one more piece of output. */
    void awaitRoom() throws InterruptedException {
        room.acquire();
    }

    /** Passes on a piece of output, unless the child is being closed. */
    void passOn(byte[] piece) {
        if (closing.get()) {
            room.release();
            return;
        }
        executor.execute(() -> {
            try {
                if (!closing.get()) {
                    listener.output(piece);
                }
            } finally {
                room.release();
            }
        });
    }

    void ended(ChildEnd end) {
        executor.execute(() -> listener.ended(end));
    }

    /** Kills it without waiting, if it has started and has not ended. */
    void killNow() {
        var unused = process.thenAccept(FfmpegChild::kill);
    }

    /** A program that is named in the settings may be a script, whose own children would keep the pipes open. */
    static void kill(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void killAfter(Duration limit) {
        var unused = process.thenAccept(running -> killAfter(running, limit));
    }

    private static void killAfter(Process running, Duration limit) {
        var unused = running.onExit()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((exited, late) -> {
                    if (late != null) {
                        kill(running);
                    }
                });
    }
}
