package dev.fanlight.relay.child;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.runtime.Loop;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/** What waits for a child to read it, and the loop that writes it into its stdin. The methods that are not the loop’s may be called on any thread. */
final class ChildInput implements Loop {

    private static final byte[] END = {};

    private final String roleName;
    private final Runnable onDrained;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Queue<byte[]> waiting = new ArrayDeque<>();

    @GuardedBy("lock")
    private int bytes;

    @GuardedBy("lock")
    private boolean wasFull;

    @GuardedBy("lock")
    private boolean finished;

    private OutputStream target = OutputStream.nullOutputStream();

    /** Calls {@code onDrained} on the writing thread when it was full and is not any more. */
    ChildInput(String roleName, Runnable onDrained) {
        this.roleName = roleName;
        this.onDrained = onDrained;
    }

    /** Where it writes to; before the loop starts. */
    void writeTo(OutputStream stdin) {
        target = stdin;
    }

    boolean offer(byte[] piece) {
        synchronized (lock) {
            if (finished || bytes + piece.length > ChildLimits.MAX_INPUT_BYTES) {
                return false;
            }
            if (piece.length > 0) {
                add(piece);
            }
            return true;
        }
    }

    boolean isFull() {
        synchronized (lock) {
            return bytes >= ChildLimits.FULL_INPUT_BYTES;
        }
    }

    /** Closes stdin behind what waits. */
    void finish() {
        synchronized (lock) {
            if (!finished) {
                finished = true;
                waiting.add(END);
                lock.notifyAll();
            }
        }
    }

    /** Closes stdin without what waits. */
    void abort() {
        synchronized (lock) {
            waiting.clear();
            bytes = 0;
            finished = true;
            waiting.add(END);
            lock.notifyAll();
        }
    }

    @Override
    public boolean doWork() throws InterruptedException {
        byte[] piece = take();
        if (piece.length == 0) {
            return false;
        }
        try {
            target.write(piece);
            target.flush();
        } catch (IOException e) {
            // It does not read any more: its end says why.
            abort();
            return false;
        }
        if (taken(piece.length)) {
            onDrained.run();
        }
        return true;
    }

    @Override
    public void onClose() {
        try {
            target.close();
        } catch (IOException e) {
            // Closed by its other end.
        }
    }

    @Override
    public String roleName() {
        return roleName;
    }

    @GuardedBy("lock")
    private void add(byte[] piece) {
        waiting.add(piece);
        bytes += piece.length;
        wasFull |= bytes >= ChildLimits.FULL_INPUT_BYTES;
        lock.notifyAll();
    }

    private byte[] take() throws InterruptedException {
        synchronized (lock) {
            byte[] next = waiting.poll();
            while (next == null) {
                lock.wait();
                next = waiting.poll();
            }
            return next;
        }
    }

    /** Whether there is room again. */
    private boolean taken(int written) {
        synchronized (lock) {
            bytes = Math.max(0, bytes - written);
            boolean drained = wasFull && bytes < ChildLimits.FULL_INPUT_BYTES / 2;
            wasFull &= !drained;
            return drained;
        }
    }
}
