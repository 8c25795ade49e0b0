package dev.fanlight.relay.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/**
 * Hears what happens below the WebSocket: a channel that takes more again, and bytes that are no WebSocket frame. Of the latter the
 * channel would be closed at once by those above, with unread bytes and therefore a reset, so that the peer would not learn why. Event loop
 * only.
 */
final class ChannelListener extends ChannelInboundHandlerAdapter {

    /** What is to be done about it. */
    interface Events {

        /** The channel takes more again. */
        void writable();

        /** What came is no WebSocket frame, or too large a one; nothing that comes after it is looked at. */
        void corrupted(boolean tooBig);
    }

    private final Events events;

    ChannelListener(Events events) {
        this.events = events;
    }

    /** A ping is answered above without looking whether the answer finds room: of who reads nothing, pings are dropped. */
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
