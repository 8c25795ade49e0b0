package dev.fanlight.agent.uplink.connection;

/** Why an agent does not dial any more by itself. */
public enum GiveUpReason {
    /** The relay does not take this device: unknown to it, removed or revoked by its owner. */
    NOT_AUTHENTIC,
    /** Another computer has connected with the same key; the newest one counts. */
    REPLACED,
    /** Somebody answers who does not have the pinned authority: perhaps somebody in between. */
    WRONG_RELAY
}
