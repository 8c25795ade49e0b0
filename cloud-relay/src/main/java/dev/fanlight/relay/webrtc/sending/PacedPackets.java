package dev.fanlight.relay.webrtc.sending;

import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.relay.webrtc.DatagramLoop;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Sends packets no quicker than networks on the way can take in a burst. What waits is one access unit at most: nothing is added before it {@link
 * #isEmpty}. Loop only.
 */
public final class PacedPackets {

    /** Bytes a second: 20 Mbit/s. */
    public static final int BYTES = 2_500_000;

    /** Bytes at once. */
    public static final int BURST = 32 * 1024;

    private static final Duration TURN = Duration.ofMillis(5);

    private final DatagramLoop loop;
    private final TokenBucket pace;
    private final Consumer<OutgoingPacket> out;
    private final Runnable whenEmpty;
    private final Deque<OutgoingPacket> waiting = new ArrayDeque<>();
    private boolean scheduled;

    /**
     * Nothing waits.
     *
     * @param out sends one
     * @param whenEmpty called when something had to wait and nothing waits any more
     */
    public PacedPackets(DatagramLoop loop, NanoClock clock, Consumer<OutgoingPacket> out, Runnable whenEmpty) {
        this.loop = loop;
        this.pace = new TokenBucket(clock, BYTES, BURST);
        this.out = out;
        this.whenEmpty = whenEmpty;
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Takes one, which waits for {@link #flush}. */
    public void add(OutgoingPacket packet) {
        waiting.add(packet);
    }

    /** Sends what may be sent now, and the rest later. */
    public void flush() {
        while (!waiting.isEmpty() && pace.take(waiting.getFirst().length())) {
            out.accept(waiting.removeFirst());
        }
        if (!waiting.isEmpty() && !scheduled) {
            scheduled = true;
            loop.after(TURN, this::flushLater);
        }
    }

    /** Drops what waits. */
    public void clear() {
        waiting.clear();
    }

    private void flushLater() {
        scheduled = false;
        flush();
        if (waiting.isEmpty()) {
            whenEmpty.run();
        }
    }
}
