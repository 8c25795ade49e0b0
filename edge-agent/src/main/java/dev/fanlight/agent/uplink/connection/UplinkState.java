package dev.fanlight.agent.uplink.connection;

/** State of the connection to the relay; each holds only what is valid in it. */
sealed interface UplinkState {

    /** Not started. */
    record Idle() implements UplinkState {}

    /** A socket is being opened. */
    record Dialing(int attempt) implements UplinkState {}

    /** The socket is open, the relay does not know us yet. */
    record Authenticating(UplinkConnection connection, int attempt) implements UplinkState {}

    /**
     * Publishing is possible.
     *
     * @param sinceNanos on the monotonic clock
     */
    record Live(UplinkConnection connection, int attempt, long sinceNanos) implements UplinkState {}

    /** Waiting for the next try. */
    record Backoff(int attempt, long timer) implements UplinkState {}

    /** Over. */
    record Closed() implements UplinkState {}
}
