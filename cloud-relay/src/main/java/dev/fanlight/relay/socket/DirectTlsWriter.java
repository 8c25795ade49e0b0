package dev.fanlight.relay.socket;

import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.wire.WebSocketForm;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.VoidChannelPromise;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslHandler;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/**
 * Seals what many get with the engine of a channel’s TLS and gives that to the kernel, past the queues on the way there. The engine
 * numbers its records, so this is done only while nothing waits before or behind it. Event loop only.
 */
final class DirectTlsWriter extends KernelWriter {

    private static final int RECORD_BYTES = 16 * 1024;

    /** More than any cipher adds to a record. */
    private static final int RECORD_OVERHEAD = 128;

    /** Room the engine demands behind what it has written, whatever it needs: less than that of a whole record. */
    private static final int SPARE_BYTES = 4 * 1024;

    private final SSLEngine engine;
    private final ChannelHandlerContext tls;
    private final VoidChannelPromise unheeded;
    private final ErrorLog errors;

    private DirectTlsWriter(SSLEngine engine, ChannelHandlerContext tls, PipelineWriter pipeline, ErrorLog errors) {
        super(tls.channel(), pipeline);
        this.engine = engine;
        this.tls = tls;
        this.unheeded = new VoidChannelPromise(tls.channel(), false);
        this.errors = errors;
    }

    /** For a channel whose handshake is done and that can be written to like this; everything else goes to {@code pipeline}. */
    static Optional<DirectTlsWriter> of(Channel channel, PipelineWriter pipeline, ErrorLog errors) {
        ChannelHandlerContext tls = channel.pipeline().context(SslHandler.class);
        if (tls != null
                && OpenSsl.isAvailable()
                && tls.handler() instanceof SslHandler handler
                && handler.engine() instanceof ReferenceCountedOpenSslEngine engine
                && handler.handshakeFuture().isSuccess()
                && isPossible(channel)) {
            return Optional.of(new DirectTlsWriter(engine, tls, pipeline, errors));
        }
        return Optional.empty();
    }

    @Override
    public boolean offer(SharedBuffer bytes) {
        if (!isReady() || engine.isOutboundDone()) {
            return false;
        }
        ByteBuf plain = ((WebSocketForm) bytes).buffer();
        int size = plain.readableBytes();
        ByteBuf sealed = tls.alloc().directBuffer(sealedBytes(size));
        try {
            seal(plain, sealed);
            sendOrHandOver(sealed);
        } catch (SSLException e) {
            // What was sealed is lost, and with it the count of records.
            errors.failure("A connection's TLS seals no more", e);
            shut();
            ChannelCut.now(tls.channel());
        } finally {
            sealed.release();
        }
        return true;
    }

    @Override
    public void write(WebSocketForm message) {
        pipeline().write(message);
    }

    private void seal(ByteBuf plain, ByteBuf sealed) throws SSLException {
        ByteBuffer in = plain.nioBuffer();
        ByteBuffer out = sealed.internalNioBuffer(0, sealed.capacity());
        while (in.hasRemaining()) {
            SSLEngineResult result = engine.wrap(in, out);
            if (result.getStatus() != SSLEngineResult.Status.OK || result.bytesProduced() == 0) {
                throw new SSLException("The engine seals no more: " + result);
            }
            sealed.writerIndex(sealed.writerIndex() + result.bytesProduced());
        }
    }

    private static int sealedBytes(int plainBytes) {
        return plainBytes + (plainBytes / RECORD_BYTES + 1) * RECORD_OVERHEAD + SPARE_BYTES;
    }

    private void sendOrHandOver(ByteBuf sealed) {
        int taken = send(sealed);
        if (taken < sealed.readableBytes()) {
            var unused = tls.writeAndFlush(sealed.retainedSlice(taken, sealed.readableBytes() - taken), unheeded);
        }
    }
}
