package dev.fanlight.relay.cluster;

/** The answer to an attempt to get a lease. */
public sealed interface LeaseResult {

    /**
     * The lease is yours.
     *
     * @param lease with its epoch and end
     */
    record Granted(Lease lease) implements LeaseResult {}

    /**
     * Another claimant holds it and its time has not come.
     *
     * @param by the lease in the way
     */
    record Held(Lease by) implements LeaseResult {}

    /**
     * As many leases are held as there may be.
     *
     * @param limit that number
     */
    record Full(int limit) implements LeaseResult {}
}
