package dev.fanlight.relay.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lines on their way to the disk, at most {@link #CAPACITY}. Thread safe. */
final class ChatQueue {

    /** Most lines that wait; more are refused. */
    static final int CAPACITY = 1_024;

    /** Most lines that share one commit. */
    static final int MAX_BATCH = 64;

    private static final long POLL_MILLIS = 200;

    private final BlockingQueue<Pending> lines = new ArrayBlockingQueue<>(CAPACITY);

    /**
     * A line and who waits for it.
     *
     * @param room where it is to be told
     * @param author who is to be answered
     * @param draft what is to be stored
     */
    record Pending(ChatRoom room, ChatMember author, ChatLog.Draft draft) {}

    boolean offer(Pending line) {
        return lines.offer(line);
    }

    /** The lines that wait, in order, at most {@link #MAX_BATCH}; waits a little for the first. */
    List<Pending> take() throws InterruptedException {
        List<Pending> batch = new ArrayList<>();
        Pending first = lines.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            lines.drainTo(batch, MAX_BATCH - 1);
        }
        return batch;
    }

    /** The lines that wait, without waiting for more. */
    List<Pending> takeNow() {
        List<Pending> batch = new ArrayList<>();
        lines.drainTo(batch, MAX_BATCH);
        return batch;
    }
}
