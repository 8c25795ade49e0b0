package dev.fanlight.relay.socket;

/** The kind of peer, by the path of its socket. */
public enum PeerKind {
    /** An agent, enrolled or not. */
    AGENT,
    /** A watch page or another player. */
    VIEWER
}
