package dev.fanlight.relay.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Throws away what still comes on a channel that is being closed: reading it lets the peer see the close frame instead of a reset, and
 * the frame decoder would look at it byte by byte. Event loop only.
 */
final class DiscardHandler extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }
}
