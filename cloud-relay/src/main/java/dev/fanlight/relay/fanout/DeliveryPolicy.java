package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.player.DeliveryMode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Chooses the {@link DeliveryMode} of a viewer: downgrades when it cannot keep up, upgrades after a calm time, which doubles after each
 * upgrade that did not last. Event loop only.
 */
final class DeliveryPolicy {

    /** Time for a downgrade to take effect. */
    static final Duration SETTLE = Duration.ofMillis(1_500);

    /** Time without problems before an upgrade. */
    static final Duration CALM = Duration.ofSeconds(5);

    /** Longest such time, after several upgrades that did not last. */
    static final Duration LONGEST_CALM = Duration.ofSeconds(60);

    /** An upgrade that lasts this long was right. */
    static final Duration PROVEN = Duration.ofSeconds(20);

    private final Supplier<Set<DeliveryMode>> usable;
    private DeliveryMode mode = DeliveryMode.ALL;
    private Duration calm = CALM;
    private long lastStep;
    private long lastNotHealthy;
    private boolean stepped;
    private boolean steppedUp;

    /**
     * Begins at the highest delivery mode.
     *
     * @param usable the delivery modes that make a difference to the viewer
     */
    DeliveryPolicy(Supplier<Set<DeliveryMode>> usable) {
        this.usable = usable;
    }

    DeliveryMode mode() {
        return mode;
    }

    /** The viewer cannot keep up: downgrades to the next usable mode, unless the last change is too recent. Returns whether it did. */
    boolean degraded(long nowNanos) {
        lastNotHealthy = nowNanos;
        if (stepped && nowNanos - lastStep < SETTLE.toNanos()) {
            return false;
        }
        for (DeliveryMode lower : usable.get()) {
            if (lower.compareTo(mode) > 0) {
                adjustCalm(nowNanos);
                return step(lower, nowNanos, false);
            }
        }
        return false;
    }

    /** The viewer is neither healthy nor degraded: delays the next upgrade. */
    void notHealthy(long nowNanos) {
        lastNotHealthy = nowNanos;
    }

    /** The viewer keeps up: upgrades to the next usable mode when that has lasted. Returns whether it did. */
    boolean healthy(long nowNanos) {
        if (mode == DeliveryMode.ALL || nowNanos - Math.max(lastNotHealthy, lastStep) < calm.toNanos()) {
            return false;
        }
        DeliveryMode upper = DeliveryMode.ALL;
        for (DeliveryMode candidate : usable.get()) {
            if (candidate.compareTo(mode) < 0) {
                upper = candidate;
            }
        }
        return step(upper, nowNanos, true);
    }

    private void adjustCalm(long nowNanos) {
        if (!steppedUp) {
            return;
        }
        boolean regretted = nowNanos - lastStep < PROVEN.toNanos();
        Duration next = regretted ? calm.multipliedBy(2) : CALM;
        calm = next.compareTo(LONGEST_CALM) > 0 ? LONGEST_CALM : next;
    }

    private boolean step(DeliveryMode next, long nowNanos, boolean up) {
        mode = next;
        stepped = true;
        steppedUp = up;
        lastStep = nowNanos;
        return true;
    }
}
