package dev.fanlight.relay.health;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.List;

/** The samples of the last hour; older ones make room. Thread safe. */
public final class HealthHistory {

    /** Most samples: one every 10 s for an hour. */
    static final int MAX_SAMPLES = 360;

    @GuardedBy("this")
    private final ArrayDeque<HealthSample> samples = new ArrayDeque<>(MAX_SAMPLES);

    synchronized void add(HealthSample sample) {
        if (samples.size() == MAX_SAMPLES) {
            samples.removeFirst();
        }
        samples.addLast(sample);
    }

    /** The oldest first. */
    public synchronized List<HealthSample> samples() {
        return List.copyOf(samples);
    }
}
