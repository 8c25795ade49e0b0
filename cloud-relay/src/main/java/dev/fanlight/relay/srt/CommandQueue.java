package dev.fanlight.relay.srt;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.runtime.Loop;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/** What waits for the process to read it, and the loop that writes it. {@link #add} may be called on any thread. */
final class CommandQueue implements Loop {

    private final OutputStream out;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Queue<byte[]> waiting = new ArrayDeque<>();

    @GuardedBy("lock")
    private int bytes;

    CommandQueue(OutputStream out) {
        this.out = out;
    }

    /** False when too much waits. */
    boolean add(byte[] message) {
        synchronized (lock) {
            if (bytes + message.length > ProcessLimits.MAX_WAITING_BYTES) {
                return false;
            }
            waiting.add(message);
            bytes += message.length;
            lock.notifyAll();
            return true;
        }
    }

    @Override
    public boolean doWork() throws InterruptedException {
        byte[] next = take();
        try {
            out.write(next);
            out.flush();
            return true;
        } catch (IOException e) {
            // It is gone, which its other pipe says too.
            return false;
        }
    }

    @Override
    public String roleName() {
        return "srt-commands";
    }

    private byte[] take() throws InterruptedException {
        synchronized (lock) {
            byte[] next = waiting.poll();
            while (next == null) {
                lock.wait();
                next = waiting.poll();
            }
            bytes -= next.length;
            return next;
        }
    }
}
