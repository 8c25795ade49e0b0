package dev.fanlight.relay.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Tells when a channel takes more again. Event loop only. */
final class WritabilityListener extends ChannelInboundHandlerAdapter {

    private final Runnable onWritable;

    WritabilityListener(Runnable onWritable) {
        this.onWritable = onWritable;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            onWritable.run();
        }
        context.fireChannelWritabilityChanged();
    }
}
