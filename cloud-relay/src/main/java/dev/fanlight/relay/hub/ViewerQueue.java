package dev.fanlight.relay.hub;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.stats.RelayCounter;
import dev.fanlight.relay.stats.RelayCounters;
import dev.fanlight.runtime.NanoClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Stands between the hub and one viewer. While the viewer takes everything nothing is queued. When it does not, access units wait
 * within the bounds of {@link DropPolicy}; over them, the queue skips to the newest key frame it holds, or empties itself and waits for
 * the next one. What is delivered can always be decoded: no access unit is sent whose predecessor was left out. All methods on the
 * viewer’s event loop.
 */
public final class ViewerQueue {

    private final ViewerSink sink;
    private final DropPolicy policy;
    private final NanoClock clock;
    private final RelayCounters counters;
    private final Runnable keyFrameWanted;

    // event loop only
    private final ReferenceGate gate = new ReferenceGate();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private boolean open;
    private boolean skipped;
    private long bytes;
    private long startBytes;
    private long lastProgress;

    /**
     * A queue that is still shut.
     *
     * @param keyFrameWanted called when the viewer has room again but cannot go on without a key frame
     */
    public ViewerQueue(
            ViewerSink sink, DropPolicy policy, NanoClock clock, RelayCounters counters, Runnable keyFrameWanted) {
        this.sink = sink;
        this.policy = policy;
        this.clock = clock;
        this.counters = counters;
        this.keyFrameWanted = keyFrameWanted;
        this.lastProgress = clock.nanoTime();
    }

    /** Opens the queue with what the cache holds; takes over one reference to each. */
    public void start(List<Frame> cached) {
        open = true;
        for (Frame frame : cached) {
            if (gate.admits(frame.header())) {
                queue.add(new Waiting(frame, clock.nanoTime()));
                bytes += frame.size();
            } else {
                frame.release();
            }
        }
        startBytes = bytes;
        drain();
    }

    /** Takes an access unit, which is borrowed; nothing happens before {@link #start}. */
    public void offer(Frame frame) {
        if (!open) {
            return;
        }
        if (!gate.admits(frame.header())) {
            counters.increment(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER);
            return;
        }
        skipped = false;
        if (queue.isEmpty() && sink.isWritable()) {
            send(frame);
            sink.flush();
            return;
        }
        frame.retain();
        queue.add(new Waiting(frame, clock.nanoTime()));
        bytes += frame.size();
        drain();
        skipIfOver();
    }

    /** Sends a control message at once. */
    public void tell(Shared message) {
        sink.tell(message);
    }

    /** To be called whenever the viewer takes more again. */
    public void drain() {
        boolean sent = false;
        while (!queue.isEmpty() && sink.isWritable()) {
            Waiting next = queue.remove();
            bytes -= next.frame.size();
            startBytes = Math.max(0, startBytes - next.frame.size());
            send(next.frame);
            next.frame.release();
            sent = true;
        }
        if (sent) {
            sink.flush();
        }
        if (sink.isWritable()) {
            lastProgress = clock.nanoTime();
            askForKeyFrame();
        }
    }

    /** To be called about once a second or more often: gives the viewer up when it has taken nothing for too long. */
    public void check() {
        if (sink.isWritable()) {
            drain();
        } else if (policy.isStuck(clock.nanoTime() - lastProgress)) {
            counters.increment(RelayCounter.VIEWERS_TOO_SLOW);
            sink.giveUp();
        }
    }

    /** Gives everything back; nothing is taken any more. */
    public void close() {
        open = false;
        dropBefore(queue.size());
    }

    private void send(Frame frame) {
        sink.write(frame);
        lastProgress = clock.nanoTime();
        counters.increment(RelayCounter.FRAMES_OUT);
    }

    private void skipIfOver() {
        if (isOver()) {
            dropBefore(newestKeyFrame());
        }
        if (isOver()) {
            dropBefore(queue.size());
        }
    }

    private boolean isOver() {
        Waiting oldest = queue.peek();
        return oldest != null && policy.isOver(queue.size(), bytes - startBytes, clock.nanoTime() - oldest.since);
    }

    private int newestKeyFrame() {
        int newest = queue.size();
        int index = 0;
        for (Waiting waiting : queue) {
            boolean key = waiting.frame.header().kind() == MediaKind.VIDEO
                    && waiting.frame.header().isKey();
            newest = key && index > 0 ? index : newest;
            index++;
        }
        return newest;
    }

    /** Leaves out the first {@code count} and whatever cannot be decoded without them. */
    private void dropBefore(int count) {
        gate.breakAll();
        skipped = true;
        int size = queue.size();
        for (int i = 0; i < size; i++) {
            Waiting waiting = queue.remove();
            if (i >= count && gate.admits(waiting.frame.header())) {
                queue.add(waiting);
                skipped = false;
            } else {
                bytes -= waiting.frame.size();
                waiting.frame.release();
                counters.increment(RelayCounter.FRAMES_DROPPED_SLOW_VIEWER);
            }
        }
        startBytes = Math.min(startBytes, bytes);
    }

    private void askForKeyFrame() {
        if (open && skipped && queue.isEmpty()) {
            skipped = false;
            keyFrameWanted.run();
        }
    }

    /**
     * An access unit that waits.
     *
     * @param frame retained
     * @param since when it came, ns
     */
    private record Waiting(Frame frame, long since) {}
}
