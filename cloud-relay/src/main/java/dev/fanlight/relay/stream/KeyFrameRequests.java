package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides whether a key frame request is passed on: at most one in {@link #INTERVAL} per track, and none when the next key frame is due
 * soon. Holds at most 256 tracks. Not thread safe.
 */
public final class KeyFrameRequests {

    /** Least time between two requests. */
    public static final Duration INTERVAL = Duration.ofMillis(500);

    /** Where key frames come at least this often, none is requested for a slow reader. */
    static final Duration SHORT_GOP = Duration.ofSeconds(2);

    private final Map<Integer, Long> lastKeyMicros = new HashMap<>();
    private final Map<Integer, Long> gopMicros = new HashMap<>();
    private final Map<Integer, Long> lastRequestNanos = new HashMap<>();

    /** Measures the distance of key frames. */
    void seen(MediaHeader header) {
        if (!header.isKey()) {
            return;
        }
        Long previous = lastKeyMicros.put(header.track(), header.captureMicros());
        if (previous != null) {
            gopMicros.put(header.track(), header.captureMicros() - previous);
        }
    }

    /** Whether key frames of this track are known to come often. */
    boolean comesSoon(int track) {
        return gopMicros.getOrDefault(track, Long.MAX_VALUE) <= SHORT_GOP.toNanos() / 1000;
    }

    /** Whether a request may be sent now; if so, it counts as sent. */
    boolean permits(int track, long nowNanos) {
        Long last = lastRequestNanos.get(track);
        if (last != null && nowNanos - last < INTERVAL.toNanos()) {
            return false;
        }
        lastRequestNanos.put(track, nowNanos);
        return true;
    }

    /** Forgets what is known, because another epoch begins. */
    void forget() {
        lastKeyMicros.clear();
        gopMicros.clear();
    }
}
