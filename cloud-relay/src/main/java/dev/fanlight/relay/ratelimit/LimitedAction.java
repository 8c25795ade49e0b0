package dev.fanlight.relay.ratelimit;

/** What is counted for each address; {@link Rates} limits how often it may happen. */
public enum LimitedAction {
    /** Opening a WebSocket. */
    SOCKET,
    /** A wrong password of the owner or of a link. */
    FAILED_PASSWORD,
    /** A wrong or expired link key, publish key, session or token, or a device that failed to authenticate. */
    FAILED_CREDENTIALS,
    /** An attempt to redeem a join code or to enroll. */
    JOIN,
    /** A request to the API. */
    REQUEST
}
