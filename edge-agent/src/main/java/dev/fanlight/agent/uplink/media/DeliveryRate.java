package dev.fanlight.agent.uplink.media;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many bits a second arrive at the relay, by what it acknowledges. The caller passes the time. One thread. */
final class DeliveryRate {

    /** Acknowledgements come ten times a second; this many smooth the jitter of the way. */
    static final Duration WINDOW = Duration.ofMillis(1500);

    private record Mark(long nanos, long bytes) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** Takes the total of acknowledged bytes in; at most a few times a second. */
    void observe(long nowNanos, long totalBytes) {
        marks.addLast(new Mark(nowNanos, totalBytes));
        while (marks.size() > 2 && nowNanos - marks.getFirst().nanos() > WINDOW.toNanos()) {
            marks.removeFirst();
        }
    }

    /** Bits a second over the window; 0 before there were two observations. */
    long bitsPerSecond() {
        if (marks.size() < 2) {
            return 0;
        }
        Mark first = marks.getFirst();
        Mark last = marks.getLast();
        double seconds = (last.nanos() - first.nanos()) / 1e9;
        return seconds <= 0 ? 0 : Math.round((last.bytes() - first.bytes()) * 8 / seconds);
    }
}
