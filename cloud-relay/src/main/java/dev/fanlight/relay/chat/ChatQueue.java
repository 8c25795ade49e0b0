package dev.fanlight.relay.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lines and acts on their way to the disk in one order, at most {@link #CAPACITY}. Thread safe. */
final class ChatQueue {

    /** Most that wait; more are refused. */
    static final int CAPACITY = 1_024;

    /** Most that are taken at a time. */
    static final int MAX_BATCH = 64;

    private final BlockingQueue<ChatWork> waiting = new ArrayBlockingQueue<>(CAPACITY);

    boolean offer(ChatWork work) {
        return waiting.offer(work);
    }

    /** What waits, in order, at most {@link #MAX_BATCH}; waits for the first, but no longer than {@code nanos}. */
    List<ChatWork> take(long nanos) throws InterruptedException {
        List<ChatWork> batch = new ArrayList<>();
        ChatWork first = waiting.poll(nanos, TimeUnit.NANOSECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, MAX_BATCH - 1);
        }
        return batch;
    }

    /** What waits, without waiting for more. */
    List<ChatWork> takeNow() {
        List<ChatWork> batch = new ArrayList<>();
        waiting.drainTo(batch, MAX_BATCH);
        return batch;
    }
}
