package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;

/**
 * The newest packets of a track as they were sent, for a peer that has missed some: the same bytes again, since a packet must not be encrypted twice. Loop
 * only.
 */
final class SentPackets {

    /** How many are kept, a power of two: 2.5 s at 2 Mbit/s. */
    static final int KEPT = 512;

    /** Packets that are sent again a second, and at once; what a peer misses beyond that, a key frame mends. */
    static final int AGAIN = 500;

    /** A packet that was just sent again is still on its way. */
    private static final long ON_ITS_WAY_NANOS = Duration.ofMillis(10).toNanos();

    private final NanoClock clock;
    private final Kept[] ring = new Kept[KEPT];
    private final TokenBucket again;

    SentPackets(NanoClock clock) {
        this.clock = clock;
        this.again = new TokenBucket(clock, AGAIN, AGAIN);
    }

    private record Kept(int sequence, OutgoingPacket packet, long sentNanos) {}

    void add(int sequence, OutgoingPacket packet) {
        ring[slot(sequence)] = new Kept(sequence, packet, clock.nanoTime());
    }

    /** The packet with this number, if it may be sent again now; it counts as sent. */
    Optional<OutgoingPacket> again(int sequence) {
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

    private static int slot(int sequence) {
        return sequence & (KEPT - 1);
    }
}
