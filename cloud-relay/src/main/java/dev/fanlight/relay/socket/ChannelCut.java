package dev.fanlight.relay.socket;

import io.netty.channel.Channel;

/** The end of a connection whose peer may take nothing any more. Stateless. */
public final class ChannelCut {

    private ChannelCut() {}

    /**
     * Closes it past the pipeline: there a close waits until the peer has taken what was written before, which it may never do. What the
     * kernel has is still sent, unless something has come that nobody has read. The channel’s event loop only; does nothing the second time.
     */
    public static void now(Channel channel) {
        channel.unsafe().close(channel.voidPromise());
    }
}
