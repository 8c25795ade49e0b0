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
 * Encrypts bytes that many peers receive with the TLS engine of a channel and writes them to the kernel, past the queues in between. The
 * engine numbers its records, so this is done only while nothing waits before or behind it. Event loop only.
 */
final class DirectTlsWriter extends KernelWriter {

    private static final int RECORD_BYTES = 16 * 1024;

    /** Upper bound of what a cipher adds to a record. */
    private static final int RECORD_OVERHEAD = 128;

    /** Free space the engine demands behind its output, whatever it needs: less than a whole record. */
    private static final int SPARE_BYTES = 4 * 1024;

    private final SSLEngine engine;
    private final ChannelHandlerContext tls;
    private final VoidChannelPromise voidPromise;
    private final ErrorLog errors;

    private DirectTlsWriter(SSLEngine engine, ChannelHandlerContext tls, PipelineWriter pipeline, ErrorLog errors) {
        super(tls.channel(), pipeline);
        this.engine = engine;
        this.tls = tls;
        this.voidPromise = new VoidChannelPromise(tls.channel(), false);
        this.errors = errors;
    }

    /** A writer for a channel with OpenSSL on native epoll whose handshake is complete; empty for others. */
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
        ByteBuf encrypted = tls.alloc().directBuffer(encryptedBytes(size));
        try {
            encrypt(plain, encrypted);
            sendOrHandOver(encrypted);
        } catch (SSLException e) {
            // The encrypted records are lost, so the peer would see a gap in their numbers.
            errors.failure("TLS encryption failed; the connection is closed", e);
            shut();
            ChannelCut.now(tls.channel());
        } finally {
            encrypted.release();
        }
        return true;
    }

    @Override
    public void write(WebSocketForm message) {
        pipeline().write(message);
    }

    private void encrypt(ByteBuf plain, ByteBuf encrypted) throws SSLException {
        ByteBuffer in = plain.nioBuffer();
        ByteBuffer out = encrypted.internalNioBuffer(0, encrypted.capacity());
        while (in.hasRemaining()) {
            SSLEngineResult result = engine.wrap(in, out);
            if (result.getStatus() != SSLEngineResult.Status.OK || result.bytesProduced() == 0) {
                throw new SSLException("the TLS engine does not encrypt: " + result);
            }
            encrypted.writerIndex(encrypted.writerIndex() + result.bytesProduced());
        }
    }

    private static int encryptedBytes(int plainBytes) {
        return plainBytes + (plainBytes / RECORD_BYTES + 1) * RECORD_OVERHEAD + SPARE_BYTES;
    }

    private void sendOrHandOver(ByteBuf encrypted) {
        int taken = send(encrypted);
        if (taken < encrypted.readableBytes()) {
            var unused = tls.writeAndFlush(encrypted.retainedSlice(taken, encrypted.readableBytes() - taken), voidPromise);
        }
    }
}
