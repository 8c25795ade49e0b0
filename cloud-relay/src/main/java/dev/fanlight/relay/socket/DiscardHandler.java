package dev.fanlight.relay.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Discards what is still received on a channel that is being closed: reading it lets the peer receive the close frame instead of a reset,
 * and keeps it from the frame decoder, which would scan it byte by byte. Event loop only.
 */
final class DiscardHandler extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }
}
