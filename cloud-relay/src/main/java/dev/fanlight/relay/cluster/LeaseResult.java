package dev.fanlight.relay.cluster;

/** The result of a request for a lease. */
public sealed interface LeaseResult {

    /**
     * The lease was granted.
     *
     * @param lease with its epoch and end
     */
    record Granted(Lease lease) implements LeaseResult {}

    /**
     * There is a lease, and it has not ended.
     *
     * @param by the present lease
     */
    record Held(Lease by) implements LeaseResult {}

    /**
     * The limit of live leases is reached.
     *
     * @param limit the limit
     */
    record Full(int limit) implements LeaseResult {}
}
