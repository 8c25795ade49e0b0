package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.player.DeliveryMode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which {@link DeliveryMode} a viewer gets: lower when it cannot keep up, higher again after a time without, which doubles each time going
 * up was a mistake. Event loop only.
 */
final class DeliveryPolicy {

    /** How long a step down is given to take effect. */
    static final Duration SETTLE = Duration.ofMillis(1_500);

    /** How long everything has to be well before a step up. */
    static final Duration CALM = Duration.ofSeconds(5);

    /** Longest such time, after several mistakes. */
    static final Duration LONGEST_CALM = Duration.ofSeconds(60);

    /** A step up that lasts so long was no mistake. */
    static final Duration PROVEN = Duration.ofSeconds(20);

    private final Supplier<Set<DeliveryMode>> usable;
    private DeliveryMode mode = DeliveryMode.ALL;
    private Duration calm = CALM;
    private long lastStep;
    private long unwellAt;
    private boolean stepped;
    private boolean steppedUp;

    /**
     * At the highest delivery mode.
     *
     * @param usable the delivery modes that make a difference to the viewer
     */
    DeliveryPolicy(Supplier<Set<DeliveryMode>> usable) {
        this.usable = usable;
    }

    DeliveryMode mode() {
        return mode;
    }

    /** Something is wrong; goes down to the next delivery mode that makes a difference, unless the last step is too new. Says whether it did. */
    boolean trouble(long nowNanos) {
        unwellAt = nowNanos;
        if (stepped && nowNanos - lastStep < SETTLE.toNanos()) {
            return false;
        }
        for (DeliveryMode lower : usable.get()) {
            if (lower.compareTo(mode) > 0) {
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

    /** All is well; goes up to the next delivery mode that makes a difference when that has lasted. Says whether it did. */
    boolean well(long nowNanos) {
        if (mode == DeliveryMode.ALL || nowNanos - Math.max(unwellAt, lastStep) < calm.toNanos()) {
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
