package dev.fanlight.agent.uplink.connection;

/** Why an agent does not reconnect any more. */
public enum GiveUpReason {
    /** The relay does not accept this device: unknown, removed or revoked by its owner. */
    NOT_AUTHENTIC,
    /** Another computer has connected with the same key; the latest connection wins. */
    REPLACED,
    /** The server’s certificate does not come from the pinned authority: another server, or an interception. */
    WRONG_RELAY
}
