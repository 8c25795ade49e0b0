package dev.fanlight.relay.admin.api;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The calls that are being answered, up to a limit, until none may begin any more. Thread safe. */
final class OpenCalls {

    private final int max;
    private final int maxLowPriority;
    private final Lock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();

    @GuardedBy("lock")
    private int open;

    @GuardedBy("lock")
    private boolean closed;

    /** None yet, at most {@code max}, and one of low priority only while fewer than {@code maxLowPriority} are open. */
    OpenCalls(int max, int maxLowPriority) {
        this.max = max;
        this.maxLowPriority = maxLowPriority;
    }

    /** Counts one more; false when there are too many, or none may begin any more. */
    boolean begin(boolean lowPriority) {
        lock.lock();
        try {
            if (closed || open >= (lowPriority ? maxLowPriority : max)) {
                return false;
            }
            open++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Counts one that had begun and waited for something else meanwhile, whatever the limit; false when none may go on any more. */
    boolean resume() {
        lock.lock();
        try {
            open++;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Counts one less. */
    void end() {
        lock.lock();
        try {
            open--;
            if (open == 0) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets none begin or go on from now on and waits until none is open; false when that takes longer than {@code limit}. Blocking. */
    boolean close(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            long nanos = limit.toNanos();
            while (open > 0 && nanos > 0) {
                nanos = none.awaitNanos(nanos);
            }
            return open == 0;
        } finally {
            lock.unlock();
        }
    }
}
