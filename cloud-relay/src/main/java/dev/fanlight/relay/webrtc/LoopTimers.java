package dev.fanlight.relay.webrtc;

import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What a loop has to do later: a few entries for each of its peers, which are limited. Loop only. */
final class LoopTimers {

    private final PriorityQueue<Timer> waiting = new PriorityQueue<>();
    private long number;

    /**
     * One task.
     *
     * @param dueNanos when
     * @param number so that those of the same moment run in order
     */
    private record Timer(long dueNanos, long number, Runnable task) implements Comparable<Timer> {

        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(dueNanos - other.dueNanos, 0);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    void add(long dueNanos, Runnable task) {
        number++;
        waiting.add(new Timer(dueNanos, number, task));
    }

    /** How long until the next is due; 0 when it is, {@code most} when there is none before. */
    long nanosToNext(long nowNanos, long most) {
        Timer next = waiting.peek();
        return next == null ? most : Math.max(0, Math.min(most, next.dueNanos() - nowNanos));
    }

    /** Takes the tasks that are due, in order, and passes them on. */
    void run(long nowNanos, Consumer<Runnable> runner) {
        Timer next = waiting.peek();
        while (next != null && next.dueNanos() - nowNanos <= 0) {
            waiting.remove();
            runner.accept(next.task());
            next = waiting.peek();
        }
    }
}
