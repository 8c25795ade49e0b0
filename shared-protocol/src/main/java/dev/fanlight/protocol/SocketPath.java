package dev.fanlight.protocol;

/** The paths and the subprotocol of the WebSockets. */
public final class SocketPath {

    /** The path for agents. */
    public static final String AGENT_PATH = "/ws/v1/agent";

    /** The path for pages that publish. */
    public static final String PUBLISH_PATH = "/ws/v1/publish";

    /** The path for players. */
    public static final String VIEW_PATH = "/ws/v1/view";

    /** The WebSocket subprotocol (RFC 6455 §1.9). */
    public static final String SUBPROTOCOL = "fanlight.v1";

    private SocketPath() {}
}
