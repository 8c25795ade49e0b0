package dev.fanlight.agent.source.camera;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Starts camera processes, and keeps at most one that waits: it is started when the one before has ended, so that waking up is opening the
 * camera and nothing else, and there is never more than one. Thread safe.
 */
public final class CameraProcesses implements AutoCloseable {

    private final String mainClass;
    private final Duration killLimit;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private Optional<CameraProcess> waiting = Optional.empty();

    @GuardedBy("lock")
    private boolean closed;

    /**
     * Starts none yet.
     *
     * @param mainClass of the processes
     * @param killLimit how long the end of one is waited for after it was killed
     */
    public CameraProcesses(String mainClass, Duration killLimit) {
        this.mainClass = mainClass;
        this.killLimit = killLimit;
    }

    /** Asks the one that waits, or a new one, for the frames of a camera; the caller’s. */
    CameraProcess open(CameraRequest request) throws IOException {
        Optional<CameraProcess> ready = take().filter(CameraProcess::isRunning);
        CameraProcess process = ready.isPresent() ? ready.get() : CameraProcess.start(mainClass, killLimit);
        try {
            process.request(request);
            return process;
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    /** Starts the one for the next opening; that it cannot be started shows there. */
    void prepare() {
        lock.lock();
        try {
            if (!closed && waiting.filter(CameraProcess::isRunning).isEmpty()) {
                waiting = Optional.of(CameraProcess.start(mainClass, killLimit));
            }
        } catch (IOException e) {
            waiting = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Kills the one that waits; no other is kept from now on. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        take().ifPresent(CameraProcess::close);
    }

    private Optional<CameraProcess> take() {
        lock.lock();
        try {
            Optional<CameraProcess> taken = waiting;
            waiting = Optional.empty();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
