package dev.fanlight.relay.cluster;

/**
 * The right of one holder to something, until it ends. Immutable.
 *
 * @param name what is held, like {@code stream:CAMERA}
 * @param holder the node that holds it
 * @param epoch fencing token: higher than that of every earlier lease of this name, also after a release, an expiry or a restart
 * @param endNanos when it ends on the clock of the node that asked. Over a network this counts from before the request was sent, so that
 *     the holder stops before another may start
 */
public record Lease(String name, Node holder, long epoch, long endNanos) {

    /** Whether it still holds; compares differences, as {@link System#nanoTime} asks for. */
    public boolean isLive(long nowNanos) {
        return nowNanos - endNanos < 0;
    }
}
