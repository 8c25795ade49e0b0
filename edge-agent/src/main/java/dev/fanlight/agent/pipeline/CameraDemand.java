package dev.fanlight.agent.pipeline;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.config.RunMode;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Whether the camera is wanted: while it has readers, for a while after, or always; never while it is paused. Thread safe. */
public final class CameraDemand {

    private final RunMode mode;
    private final long lingerNanos;
    private final NanoClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private int readers;

    @GuardedBy("lock")
    private boolean lingers;

    @GuardedBy("lock")
    private boolean paused;

    @GuardedBy("lock")
    private long leftNanos;

    /** Begins without readers; {@code linger} is how long the camera stays wanted after the last one. */
    public CameraDemand(RunMode mode, Duration linger, NanoClock clock) {
        this.mode = mode;
        this.lingerNanos = linger.toNanos();
        this.clock = clock;
    }

    /** The number of readers has changed. */
    public void readers(int count) {
        lock.lock();
        try {
            if (readers > 0 && count == 0) {
                lingers = true;
                leftNanos = clock.nanoTime();
            }
            readers = count;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps it off whatever is demanded, or no more; afterwards nothing lingers. */
    void pause(boolean pause) {
        lock.lock();
        try {
            paused = pause;
            lingers &= !pause;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isPaused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    boolean hasReaders() {
        lock.lock();
        try {
            return readers > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the camera is wanted now. */
    public boolean isWanted() {
        lock.lock();
        try {
            return isWatched() || (mode == RunMode.ALWAYS && !paused);
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has readers, or had some until a moment ago; of a camera that is always on, too. */
    boolean isWatched() {
        lock.lock();
        try {
            boolean lingering = lingers && clock.nanoTime() - leftNanos < lingerNanos;
            return !paused && (readers > 0 || lingering);
        } finally {
            lock.unlock();
        }
    }

    /** Waits at most so long for a reader; returns whether the camera is watched then. */
    boolean awaitWatched(Duration most) throws InterruptedException {
        return await(this::isWatched, most);
    }

    /** Waits at most so long for a reader; returns whether the camera is wanted then. */
    boolean awaitWanted(Duration most) throws InterruptedException {
        return await(this::isWanted, most);
    }

    private boolean await(BooleanSupplier condition, Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = most.toNanos();
            while (!condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return condition.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
