package dev.fanlight.agent.uplink.connection;

/**
 * How the connection to the relay does. Immutable.
 *
 * @param delayNanos how much longer than the way itself the oldest unacknowledged frame has taken, ns
 * @param bitRate most bits a second that are encoded for it now; 0 without a connection
 */
public record UplinkFigures(long delayNanos, int bitRate) {
    /** Without a connection. */
    static final UplinkFigures NONE = new UplinkFigures(0, 0);
}
