package dev.fanlight.relay.ratelimit;

/** What is counted for each address; {@link Rates} says how often it may happen. */
public enum LimitedAction {
    /** A WebSocket that is asked for. */
    SOCKET,
    /** A wrong password, of the owner or of a link. */
    FAILED_PASSWORD,
    /** A wrong key of a link, or a session or token that does not exist; also an agent that could not show who it is. */
    FAILED_LINK,
    /** A try to trade a join code. */
    JOIN,
    /** A request to the API. */
    REQUEST
}
