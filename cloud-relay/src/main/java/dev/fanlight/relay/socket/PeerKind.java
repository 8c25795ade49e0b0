package dev.fanlight.relay.socket;

/** Which of the two paths for sockets a peer came by. */
public enum PeerKind {
    /** A camera’s program, or one that wants to be. */
    AGENT,
    /** A player. */
    VIEWER
}
