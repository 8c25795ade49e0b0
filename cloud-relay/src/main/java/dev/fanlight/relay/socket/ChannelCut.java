package dev.fanlight.relay.socket;

import io.netty.channel.Channel;

/** Closes a connection whose peer may no longer read. Stateless. */
public final class ChannelCut {

    private ChannelCut() {}

    /**
     * Closes it past the pipeline, where a close waits until the peer has read what was written before, which it may never do. What the
     * kernel holds is still sent, unless received bytes are unread. The channel’s event loop only; does nothing the second time.
     */
    public static void now(Channel channel) {
        channel.unsafe().close(channel.voidPromise());
    }
}
