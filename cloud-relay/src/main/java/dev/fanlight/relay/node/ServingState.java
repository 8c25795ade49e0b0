package dev.fanlight.relay.node;

/** How far a socket of a node that pulls is. */
sealed interface ServingState {

    /**
     * It has to prove that it belongs to the cluster.
     *
     * @param challenge what it was sent
     */
    record Challenged(NodeMessage.Challenge challenge) implements ServingState {}

    /**
     * It gets a stream.
     *
     * @param stream what it gets
     */
    record Serving(ServedStream stream) implements ServingState {}

    /** It is gone, or has to go. */
    record Ended() implements ServingState {}
}
