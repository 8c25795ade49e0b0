package dev.fanlight.relay.socket;

import dev.fanlight.relay.log.ErrorLog;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.VertxConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The body of an HTTP/1.1 response in chunks that goes on until one side has enough. Chunks are framed already and written past the HTTP
 * encoder, in the order of the calls. Event loop only, but for {@link #loop()} and {@link #post}.
 */
public final class EndlessBody extends FrameChannel {

    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private boolean ending;

    private EndlessBody(ChannelHandlerContext last, Duration closeLimit, ErrorLog errors) {
        // The only way to write bytes that are framed already; checked against Vert.x 5.0.10.
        super(last.pipeline().context(HttpResponseEncoder.class), closeLimit, errors);
        last.pipeline().addBefore(last.name(), "fanlight-body", new Writability());
        onClosed(() -> {
            ending = true;
            writer().shut();
        });
    }

    /**
     * Takes over the connection of a response in chunks whose head has been written, and with it all that is left of the response.
     *
     * @param closeLimit how long the peer has to take the end before its connection is cut
     */
    public static EndlessBody of(HttpConnection connection, Duration closeLimit, ErrorLog errors) {
        return new EndlessBody(((VertxConnection) connection).channelHandlerContext(), closeLimit, errors);
    }

    /** Ends the body and closes the connection; does nothing the second time. */
    public void end() {
        if (ending) {
            return;
        }
        ending = true;
        flush();
        writer().shut();
        encoder().writeAndFlush(Unpooled.wrappedBuffer(LAST_CHUNK)).addListener(ChannelFutureListener.CLOSE);
        cutLater();
    }

    @Override
    void fail() {
        end();
    }

    private final class Writability extends ChannelInboundHandlerAdapter {
        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (context.channel().isWritable()) {
                writable();
            }
            context.fireChannelWritabilityChanged();
        }
    }
}
