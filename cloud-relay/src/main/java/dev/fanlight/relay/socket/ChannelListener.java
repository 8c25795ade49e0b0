package dev.fanlight.relay.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

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

        /** A ping or pong with so many bytes was received; whether it is to be handled. */
        boolean control(int bytes);

        /** A malformed or too large WebSocket frame was received; what follows it is ignored. */
        void corrupted(boolean tooBig);
    }

    private final Events events;

    ChannelListener(Events events) {
        this.events = events;
    }

    /**
     * Pings and pongs are handled above, where they are not counted. Pings are answered there without a bound on unsent answers, too: those of
     * a peer that does not read are dropped here.
     */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isControl(message) && !isToBeHandled(context, (WebSocketFrame) message)) {
            ReferenceCountUtil.release(message);
            return;
        }
        context.fireChannelRead(message);
    }

    private boolean isToBeHandled(ChannelHandlerContext context, WebSocketFrame frame) {
        boolean counted = events.control(frame.content().readableBytes());
        return counted && (context.channel().isWritable() || !(frame instanceof PingWebSocketFrame));
    }

    private static boolean isControl(Object message) {
        return message instanceof PingWebSocketFrame || message instanceof PongWebSocketFrame;
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
