package dev.fanlight.relay.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lines and moderation commands that wait to be stored, in one order, at most {@link #CAPACITY}. Thread safe. */
final class ChatQueue {

    /** Most entries; more are refused. */
    static final int CAPACITY = 1_024;

    /** Most entries that are taken at a time. */
    static final int MAX_BATCH = 64;

    private final BlockingQueue<ChatWork> waiting = new ArrayBlockingQueue<>(CAPACITY);

    boolean offer(ChatWork work) {
        return waiting.offer(work);
    }

    /** The next entries in order, at most {@link #MAX_BATCH}; waits up to {@code nanos} for the first. */
    List<ChatWork> take(long nanos) throws InterruptedException {
        List<ChatWork> batch = new ArrayList<>();
        ChatWork first = waiting.poll(nanos, TimeUnit.NANOSECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, MAX_BATCH - 1);
        }
        return batch;
    }

    /** The next entries in order, at most {@link #MAX_BATCH}, without waiting. */
    List<ChatWork> takeNow() {
        List<ChatWork> batch = new ArrayList<>();
        waiting.drainTo(batch, MAX_BATCH);
        return batch;
    }
}
