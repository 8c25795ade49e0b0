package dev.fanlight.relay.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Named leases with fencing tokens (Kleppmann, “How to do distributed locking”, 2016). A stage fails when the outcome is unknown, as after
 * a lost connection; the caller then treats a lease that it had as held until its end, and one that it requested as not granted.
 *
 * <p>Thread safe; never blocks. Stages may complete on any thread.
 */
public interface Leases {

    /**
     * Requests a lease, which is granted when there is none that has not ended. Each grant has a higher epoch.
     *
     * @param life how long it lasts without a renewal
     */
    CompletionStage<LeaseResult> acquire(String name, Node holder, Duration life);

    /** As {@link #acquire}, but takes the lease from its present holder, which learns that from its next renewal. Never {@code Held}. */
    CompletionStage<LeaseResult> takeOver(String name, Node holder, Duration life);

    /** Renews a lease; empty when it has ended or has a newer holder, in which case the caller stops at once. The epoch stays the same. */
    CompletionStage<Optional<Lease>> renew(Lease lease, Duration life);

    /** Ends a lease early; false when it had ended or has a newer holder, whose lease stays. */
    CompletionStage<Boolean> release(Lease lease);

    /** The live lease of that name. */
    CompletionStage<Optional<Lease>> find(String name);
}
