package dev.fanlight.relay.hub;

import dev.fanlight.protocol.DeliveryMode;
import java.time.Duration;
import java.util.Set;

/**
 * Which rung of {@link DeliveryMode} a viewer stands on: down with trouble, up again after a time without, which doubles each time going
 * up was a mistake. Event loop only.
 */
final class Ladder {

    /** How long a step down is given to take effect. */
    static final Duration SETTLE = Duration.ofMillis(1_500);

    /** How long everything has to be well before a step up. */
    static final Duration CALM = Duration.ofSeconds(5);

    /** Longest such time, after several mistakes. */
    static final Duration LONGEST_CALM = Duration.ofSeconds(60);

    /** A step up that lasts so long was no mistake. */
    static final Duration PROVEN = Duration.ofSeconds(20);

    private DeliveryMode mode = DeliveryMode.ALL;
    private Duration calm = CALM;
    private long lastStep;
    private long unwellAt;
    private boolean stepped;
    private boolean steppedUp;

    DeliveryMode mode() {
        return mode;
    }

    /** Something is wrong; goes down to the next rung of {@code usable}, unless the last step is too new. Says whether it did. */
    boolean trouble(long nowNanos, Set<DeliveryMode> usable) {
        unwellAt = nowNanos;
        if (stepped && nowNanos - lastStep < SETTLE.toNanos()) {
            return false;
        }
        for (DeliveryMode lower : DeliveryMode.values()) {
            if (lower.compareTo(mode) > 0 && usable.contains(lower)) {
                learn(nowNanos);
                return step(lower, nowNanos, false);
            }
        }
        return false;
    }

    /** Neither well nor in trouble: no step up soon. */
    void unwell(long nowNanos) {
        unwellAt = nowNanos;
    }

    /** All is well; goes up to the next rung of {@code usable} when that has lasted. Says whether it did. */
    boolean well(long nowNanos, Set<DeliveryMode> usable) {
        if (mode == DeliveryMode.ALL || nowNanos - Math.max(unwellAt, lastStep) < calm.toNanos()) {
            return false;
        }
        DeliveryMode upper = DeliveryMode.ALL;
        for (DeliveryMode candidate : DeliveryMode.values()) {
            if (candidate.compareTo(mode) < 0 && usable.contains(candidate)) {
                upper = candidate;
            }
        }
        return step(upper, nowNanos, true);
    }

    private void learn(long nowNanos) {
        if (!steppedUp) {
            return;
        }
        boolean mistake = nowNanos - lastStep < PROVEN.toNanos();
        Duration next = mistake ? calm.multipliedBy(2) : CALM;
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
