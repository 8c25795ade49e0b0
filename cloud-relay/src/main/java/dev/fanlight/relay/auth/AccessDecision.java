package dev.fanlight.relay.auth;

/** What a repeated check says of a session that was admitted earlier. */
public enum AccessDecision {
    /** The session may go on. */
    VALID,
    /** The camera was renamed or is open to visitors in another way: the client is to connect again. */
    MOVED,
    /** The credential expired or was revoked, or the camera is gone. */
    REVOKED
}
