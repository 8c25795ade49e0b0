package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.Ack;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says when to acknowledge what: the newest of each track, at most ten a second in all. At most 256 tracks. Not thread safe. */
final class AckPacer {

    /** Least time between two acknowledgements. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    private final Map<Integer, Long> pending = new LinkedHashMap<>();
    private long lastNanos;

    AckPacer(long nowNanos) {
        lastNanos = nowNanos - INTERVAL.toNanos();
    }

    void arrived(int track, long sequence) {
        pending.put(track, sequence);
    }

    /** What is to be acknowledged now, if anything. */
    Optional<Ack> next(long nowNanos) {
        Iterator<Map.Entry<Integer, Long>> entries = pending.entrySet().iterator();
        if (!entries.hasNext() || nowNanos - lastNanos < INTERVAL.toNanos()) {
            return Optional.empty();
        }
        Map.Entry<Integer, Long> entry = entries.next();
        entries.remove();
        lastNanos = nowNanos;
        return Optional.of(new Ack(entry.getKey(), entry.getValue()));
    }
}
