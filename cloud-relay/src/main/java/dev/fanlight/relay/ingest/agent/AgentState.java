package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.agent.Challenge;

/** How far an agent’s socket is. */
sealed interface AgentState {

    /**
     * It has to show who it is.
     *
     * @param challenge what it is to sign, once
     */
    record Challenged(Challenge challenge) implements AgentState {}

    /** It has to present a publish key: a page, which is no device. */
    record AwaitingKey() implements AgentState {}

    /** It has answered, and the answer is being checked: it has to wait. */
    record Checking() implements AgentState {}

    /**
     * It waits for the owner’s approval.
     *
     * @param enrollment ends with the socket
     */
    record Waiting(Enrollment enrollment) implements AgentState {}

    /**
     * It may publish.
     *
     * @param agent takes what it says
     */
    record Publishing(PublishingAgent agent) implements AgentState {}

    /** It has been told to go, or is gone. */
    record Ended() implements AgentState {}
}
