package dev.fanlight.relay.gateway;

import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.socket.FrameChannel;
import java.time.Duration;

/** Ends a connection whose peer has taken nothing for too long. Event loop only. */
public final class ProgressCheck {

    private static final int CHECKS = 5;

    private final FrameChannel channel;
    private final GatewayContext relay;
    private final Duration stuck;
    private final Runnable end;
    private long progressNanos;

    /**
     * Begins to check.
     *
     * @param end called when nothing was taken for as long as {@code relay} allows a viewer
     */
    public ProgressCheck(FrameChannel channel, GatewayContext relay, Runnable end) {
        this.channel = channel;
        this.relay = relay;
        this.stuck = relay.timeouts().viewers().stuck();
        this.end = end;
        progress();
        checkLater();
    }

    /** Something was written, for which there was room. */
    public void progress() {
        progressNanos = relay.clock().nanoTime();
    }

    private void checkLater() {
        channel.after(stuck.dividedBy(CHECKS), this::check);
    }

    private void check() {
        if (channel.isWritable()) {
            // Whether anything waits in a queue says nothing: what is too old is dropped.
            progress();
        } else if (relay.clock().nanoTime() - progressNanos > stuck.toNanos()) {
            relay.counters().increment(RelayCounter.VIEWERS_TOO_SLOW);
            end.run();
            return;
        }
        checkLater();
    }
}
