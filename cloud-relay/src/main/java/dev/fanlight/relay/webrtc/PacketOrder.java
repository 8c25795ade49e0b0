package dev.fanlight.relay.webrtc;

import dev.fanlight.media.srtp.ReceivedPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the packets of a source in order: waits for those that are missing, says which to ask for again, and goes on without them after a while. Not thread
 * safe.
 */
public final class PacketOrder {

    /** Most packets that wait behind a missing one. */
    static final int MAX_WAITING = 512;

    /** How long a missing packet is waited for, ms. */
    static final int PATIENCE_MILLIS = 500;

    private static final long PATIENCE_NANOS =
            Duration.ofMillis(PATIENCE_MILLIS).toNanos();

    private static final long AGAIN_NANOS = Duration.ofMillis(60).toNanos();
    private static final int MAX_ASKED = 128;

    private final TreeMap<Long, ReceivedPacket> waiting = new TreeMap<>();
    // Of those that are missing in front of the newest that waits.
    private final Map<Long, Long> askedNanos = new HashMap<>();
    private long next = -1;
    private long gapNanos;
    private long lost;

    /** What comes next. */
    public sealed interface Step {

        /** A packet, in order. */
        record Packet(ReceivedPacket packet) implements Step {}

        /** Packets that are not waited for any more. */
        record Loss() implements Step {}
    }

    /** A packet has come, whose bytes are not used elsewhere; returns what comes next, in order. */
    public List<Step> add(ReceivedPacket packet, long nowNanos) {
        if (next < 0) {
            next = packet.index();
        }
        if (packet.index() < next) {
            return List.of();
        }
        if (waiting.isEmpty()) {
            gapNanos = nowNanos;
        }
        waiting.put(packet.index(), packet);
        return ready(nowNanos);
    }

    /** What comes next because too much waits, or for too long. */
    public List<Step> ready(long nowNanos) {
        List<Step> steps = new ArrayList<>();
        while (!waiting.isEmpty()) {
            if (waiting.firstKey() == next) {
                steps.add(new Step.Packet(waiting.pollFirstEntry().getValue()));
                askedNanos.remove(next);
                next++;
                gapNanos = nowNanos;
            } else if (waiting.size() > MAX_WAITING || nowNanos - gapNanos > PATIENCE_NANOS) {
                lost += waiting.firstKey() - next;
                next = waiting.firstKey();
                askedNanos.keySet().removeIf(index -> index < next);
                steps.add(new Step.Loss());
            } else {
                return steps;
            }
        }
        return steps;
    }

    /** The packets to ask for now, rising; they count as asked for. */
    public List<Long> missing(long nowNanos) {
        List<Long> missing = new ArrayList<>();
        if (waiting.isEmpty()) {
            return missing;
        }
        long last = Math.min(waiting.lastKey(), next + MAX_WAITING);
        for (long index = next; index < last && missing.size() < MAX_ASKED; index++) {
            Long asked = askedNanos.get(index);
            boolean isDue = asked == null || nowNanos - asked > AGAIN_NANOS;
            if (isDue && !waiting.containsKey(index)) {
                askedNanos.put(index, nowNanos);
                missing.add(index);
            }
        }
        return missing;
    }

    /** How many were not waited for any more. */
    public long lost() {
        return lost;
    }
}
