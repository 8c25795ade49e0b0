package dev.fanlight.relay.webrtc.sending;

import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest packets of a track as they were sent, for a peer that has missed some: the same bytes again, since a packet must not be encrypted twice. Loop
 * only.
 */
public final class SentPackets {

    /** How many are kept at most, a power of two: 2.5 s at 2 Mbit/s; fewer where many players share the room. */
    public static final int KEPT = 512;

    /** Packets that are sent again a second, and at once; what a peer misses beyond that, a key frame mends. */
    public static final int AGAIN = 500;

    /** A packet that was just sent again is still on its way. */
    private static final long ON_ITS_WAY_NANOS = Duration.ofMillis(10).toNanos();

    private static final int MAX_SEQUENCE = 0xFFFF;

    private final NanoClock clock;
    private final @Nullable Kept[] ring = new Kept[KEPT];
    private final SentMemory memory;
    private final TokenBucket again;
    // The newest, whose numbers follow each other.
    private int count;
    private int next;
    private long bytes;

    /** Takes part in the memory until {@link #close}. */
    public SentPackets(NanoClock clock, SentMemory memory) {
        this.clock = clock;
        this.memory = memory;
        this.again = new TokenBucket(clock, AGAIN, AGAIN);
        memory.join();
    }

    private record Kept(int sequence, OutgoingPacket packet, long sentNanos) {}

    /** The packet with the next number; the oldest gives way. */
    public void add(int sequence, OutgoingPacket packet) {
        if (sequence != next) {
            clear();
        }
        next = (sequence + 1) & MAX_SEQUENCE;
        int size = packet.bytes().length;
        while (count == KEPT || (count > 0 && !memory.allows(bytes, size))) {
            drop(slot(sequence - count));
        }
        if (memory.allows(bytes, size)) {
            ring[slot(sequence)] = new Kept(sequence, packet, clock.nanoTime());
            count++;
            bytes += size;
            memory.taken(size);
        }
    }

    /** Keeps nothing any more; to be called once. */
    public void close() {
        clear();
        memory.leave();
    }

    /** The packet with this number, if it may be sent again now; it counts as sent. */
    public Optional<OutgoingPacket> again(int sequence) {
        Kept kept = ring[slot(sequence)];
        long now = clock.nanoTime();
        if (kept == null
                || kept.sequence() != sequence
                || now - kept.sentNanos() < ON_ITS_WAY_NANOS
                || !again.take(1)) {
            return Optional.empty();
        }
        ring[slot(sequence)] = new Kept(sequence, kept.packet(), now);
        return Optional.of(kept.packet());
    }

    private void clear() {
        while (count > 0) {
            drop(slot(next - count));
        }
    }

    private void drop(int slot) {
        Kept kept = ring[slot];
        ring[slot] = null;
        count--;
        if (kept != null) {
            bytes -= kept.packet().bytes().length;
            memory.given(kept.packet().bytes().length);
        }
    }

    private static int slot(int sequence) {
        return sequence & (KEPT - 1);
    }
}
