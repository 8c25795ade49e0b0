package dev.fanlight.protocol;

/** Where sockets are opened and what they are called. */
public final class SocketPath {

    /** Path of the agents’ socket. */
    public static final String AGENT_PATH = "/ws/v1/agent";

    /** Path of the players’ socket. */
    public static final String VIEW_PATH = "/ws/v1/view";

    /** The WebSocket subprotocol (RFC 6455 §1.9). */
    public static final String SUBPROTOCOL = "fanlight.v1";

    private SocketPath() {}
}
