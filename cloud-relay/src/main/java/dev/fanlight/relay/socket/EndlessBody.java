package dev.fanlight.relay.socket;

import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.wire.WebSocketForm;
import dev.fanlight.runtime.NanoClock;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.VertxConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/**
 * The body of an HTTP/1.1 response in chunks that goes on until one side has enough. Chunks are framed already and written past the HTTP
 * encoder, in the order of the calls. Event loop only, but for {@link #loop()} and {@link #post}.
 */
public final class EndlessBody implements FrameChannel {

    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ChannelHandlerContext encoder;
    private final Duration closeLimit;
    private final ErrorLog errors;
    private final SubscriberLoop loop;
    private final FramedWriter writer;
    private final SocketTimers timers;
    private Runnable whenWritable = () -> {};
    private boolean ending;

    private EndlessBody(ChannelHandlerContext last, Duration closeLimit, ErrorLog errors) {
        // The only way to write bytes that are framed already; checked against Vert.x 5.0.10.
        this.encoder = last.pipeline().context(HttpResponseEncoder.class);
        this.closeLimit = closeLimit;
        this.errors = errors;
        last.pipeline().addBefore(last.name(), "fanlight-body", new Writability());
        SocketOptions.streaming(channel());
        this.loop = new SocketLoop(channel().eventLoop());
        this.writer = FramedWriter.of(encoder, errors);
        this.timers = new SocketTimers(channel().eventLoop(), NanoClock.SYSTEM);
        onClosed(() -> {
            ending = true;
            writer.shut();
            timers.end();
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

    @Override
    public SubscriberLoop loop() {
        return loop;
    }

    @Override
    public boolean isWritable() {
        return channel().isWritable();
    }

    @Override
    public void onWritable(Runnable action) {
        whenWritable = action;
    }

    @Override
    public void onClosed(Runnable action) {
        channel().closeFuture().addListener(closed -> action.run());
    }

    @Override
    public void after(Duration delay, Runnable action) {
        timers.after(delay, action);
    }

    @Override
    public void post(Runnable action) {
        try {
            channel().eventLoop().execute(action);
        } catch (RejectedExecutionException e) {
            errors.warn("A task for a response was dropped because its event loop has ended");
        }
    }

    @Override
    public void write(WebSocketForm chunk) {
        writer.write(chunk);
    }

    @Override
    public void flush() {
        writer.flush();
    }

    /** Ends the body and closes the connection; does nothing the second time. */
    public void end() {
        if (ending) {
            return;
        }
        ending = true;
        writer.flush();
        writer.shut();
        encoder.writeAndFlush(Unpooled.wrappedBuffer(LAST_CHUNK)).addListener(ChannelFutureListener.CLOSE);
        timers.after(closeLimit, () -> ChannelCut.now(channel()));
    }

    private Channel channel() {
        return encoder.channel();
    }

    private final class Writability extends ChannelInboundHandlerAdapter {
        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (context.channel().isWritable()) {
                whenWritable.run();
            }
            context.fireChannelWritabilityChanged();
        }
    }
}
