package dev.fanlight.agent.cli;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.cli.UserException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/** Ends {@code run} when its last camera cannot go on: the others keep streaming. Thread safe. */
final class RunEnd {

    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private int running;

    RunEnd(int cameras) {
        this.running = cameras;
    }

    /** A camera cannot go on; called once a camera at most. Returns whether others still run. */
    boolean failed(Throwable cause) {
        lock.lock();
        try {
            running--;
            if (running > 0) {
                return true;
            }
        } finally {
            lock.unlock();
        }
        end.completeExceptionally(cause);
        return false;
    }

    /** A thread has died: the whole process ends, so that what supervises it starts it again. */
    void broken(Throwable cause) {
        end.completeExceptionally(cause);
    }

    /** Waits until no camera can go on, or a thread has died; throws what ended the last one. */
    int await() throws InterruptedException, ExecutionException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UserException user) {
                throw user;
            }
            throw e;
        }
    }
}
