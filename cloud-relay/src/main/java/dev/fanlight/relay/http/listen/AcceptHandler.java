package dev.fanlight.relay.http.listen;

import dev.fanlight.relay.ratelimit.AddressKey;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;

/** Sits on a listening channel and gives each connection that comes a place among those in their handshake. The acceptor’s loop only. */
final class AcceptHandler extends ChannelInboundHandlerAdapter {

    private final HandshakeLimit limit;

    AcceptHandler(HandshakeLimit limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel connection = (Channel) message;
        if (connection.remoteAddress() instanceof InetSocketAddress peer) {
            limit.began(connection, AddressKey.of(peer.getAddress()));
            connection.closeFuture().addListener(closed -> limit.ended(connection));
            connection.pipeline().addLast(new Handshaking(limit));
        }
        context.fireChannelRead(message);
    }

    /** Frees the place when the handshake is over. The connection’s loop only. */
    private static final class Handshaking extends ChannelInboundHandlerAdapter {

        private final HandshakeLimit limit;

        Handshaking(HandshakeLimit limit) {
            this.limit = limit;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            Channel connection = context.channel();
            SslHandler tls = context.pipeline().get(SslHandler.class);
            if (tls == null) {
                limit.ended(connection);
            } else {
                tls.handshakeFuture().addListener(over -> limit.ended(connection));
            }
            context.fireChannelActive();
            context.pipeline().remove(this);
        }
    }
}
