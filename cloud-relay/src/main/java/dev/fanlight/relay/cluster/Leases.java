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
     * Requests a lease. It is granted when it is free, and also when the same claimant holds it, from any node: the newest connection of a
     * device takes its stream over at once. Each grant has a higher epoch.
     *
     * @param life how long it lasts without a renewal
     */
    CompletionStage<LeaseResult> acquire(String name, Node holder, String claimant, Duration life);

    /** Renews a lease; empty when it has ended or has a newer holder, in which case the caller stops at once. The epoch stays the same. */
    CompletionStage<Optional<Lease>> renew(Lease lease, Duration life);

    /** Ends a lease early; false when it had ended or has a newer holder, whose lease stays. */
    CompletionStage<Boolean> release(Lease lease);

    /** The live lease of that name. */
    CompletionStage<Optional<Lease>> find(String name);
}
