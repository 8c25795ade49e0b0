package dev.fanlight.relay.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/**
 * Listens below the WebSocket for a channel that becomes writable again and for bytes that are not a WebSocket frame. For the latter the
 * handlers above would close the channel at once, with unread bytes and therefore a reset, so that the peer would not receive the reason.
 * Event loop only.
 */
final class ChannelListener extends ChannelInboundHandlerAdapter {

    /** Called for these events. */
    interface Events {

        /** The channel is writable again. */
        void writable();

        /** A malformed or too large WebSocket frame was received; what follows it is ignored. */
        void corrupted(boolean tooBig);
    }

    private final Events events;

    ChannelListener(Events events) {
        this.events = events;
    }

    /** Pings are answered above without a bound on unsent answers: those of a peer that does not read are dropped here. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof PingWebSocketFrame ping && !context.channel().isWritable()) {
            ping.release();
            return;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            events.writable();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            events.corrupted(corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG));
        } else {
            context.fireExceptionCaught(cause);
        }
    }
}
