package dev.fanlight.relay.client;

/** Why a {@link ViewerConnection} ended. */
public sealed interface CloseCause {

    /**
     * No connection, or it broke.
     *
     * @param error what the network or TLS reported
     */
    record Failed(Throwable error) implements CloseCause {}

    /** The relay closed the connection before it answered the upgrade request. */
    record NoAnswer() implements CloseCause {}

    /**
     * The relay answered the upgrade request with something else than 101.
     *
     * @param statusLine of its answer, perhaps empty
     */
    record UpgradeRejected(String statusLine) implements CloseCause {}

    /**
     * The WebSocket was closed.
     *
     * @param code of the close frame (RFC 6455 §7.4), 1005 without one
     */
    record Closed(int code) implements CloseCause {}
}
