package dev.fanlight.relay.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.protocol.player.Viewers;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.testing.WithoutLeaks;
import dev.fanlight.relay.tls.TestAuthority;
import dev.fanlight.relay.wire.CoalescedFrames;
import dev.fanlight.relay.wire.ControlText;
import dev.fanlight.runtime.NanoClock;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithoutLeaks
class DirectTlsWriterTest {

    private final ControlText small = ControlText.of(new Viewers(3));
    private final ControlText other = ControlText.of(new Viewers(44));
    private final SharedBuffer large = CoalescedFrames.of(Collections.nCopies(1_500, small), ByteBufAllocator.DEFAULT);
    private LoopbackChannel loopback;
    private Channel channel;
    private SSLSocket peer;
    private InputStream received;

    @BeforeEach
    void connect() throws Exception {
        assumeTrue(Epoll.isAvailable() && OpenSsl.isAvailable(), "no native epoll or BoringSSL here");
        SslContext context = context();
        loopback = LoopbackChannel.connect(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel connected) {
                connected
                        .pipeline()
                        .addLast(context.newHandler(connected.alloc()))
                        .addLast("encoder", new ChannelOutboundHandlerAdapter());
            }
        });
        channel = loopback.channel();
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), new SecureRandom());
        peer = (SSLSocket) trusting.getSocketFactory().createSocket(loopback.peer(), "localhost", 1, true);
        peer.startHandshake();
        channel.pipeline().get(SslHandler.class).handshakeFuture().sync();
        received = peer.getInputStream();
    }

    @AfterEach
    void disconnect() throws Exception {
        small.release();
        other.release();
        large.release();
        if (loopback != null) {
            loopback.close();
        }
    }

    @Test
    void sealsOneRecordAndMany() throws Exception {
        DirectTlsWriter writer = writer();
        assertThat(onLoop(() -> writer.offer(small) && writer.offer(large) && writer.offer(small)))
                .isTrue();
        assertReceives(small);
        assertReceives(large);
        assertReceives(small);
    }

    @Test
    void keepsTheOrderWithWhatGoesThroughThePipeline() throws Exception {
        DirectTlsWriter writer = writer();
        boolean whileHolding = onLoop(() -> {
            assertThat(writer.offer(large)).isTrue();
            writer.write(other);
            boolean taken = writer.offer(small);
            writer.flush();
            return taken;
        });
        assertThat(whileHolding).isFalse();
        assertReceives(large);
        assertReceives(other);
        assertThat(onLoop(() -> writer.offer(small))).isTrue();
        assertReceives(small);
    }

    @Test
    void whatTheKernelDoesNotAcceptFollowsInOrderBeforeAnythingElse() throws Exception {
        DirectTlsWriter writer = writer();
        int offered = onLoop(() -> {
            int count = 0;
            while (writer.offer(large)) {
                count++;
            }
            writer.write(other);
            writer.flush();
            return count;
        });
        for (int i = 0; i < offered; i++) {
            assertReceives(large);
        }
        assertReceives(other);
        assertThat(onLoop(() -> writer.offer(small))).isTrue();
        assertReceives(small);
    }

    @Test
    void acceptsNothingOnceTheSocketIsClosed() throws Exception {
        DirectTlsWriter writer = writer();
        channel.close().sync();
        assertThat(onLoop(() -> writer.offer(small))).isFalse();
    }

    @Test
    void acceptsNothingAfterThePeerHasClosed() throws Exception {
        DirectTlsWriter writer = writer();
        peer.close();
        channel.closeFuture().sync();
        assertThat(onLoop(() -> writer.offer(small))).isFalse();
    }

    @Test
    void sealsNothingBehindTheEndOfTls() throws Exception {
        DirectTlsWriter writer = writer();
        boolean taken = onLoop(() -> {
            var unused = channel.pipeline().get(SslHandler.class).closeOutbound();
            return writer.offer(small);
        });
        assertThat(taken).isFalse();
    }

    @Test
    void acceptsNothingOnceItIsShut() throws Exception {
        DirectTlsWriter writer = writer();
        onLoop(() -> {
            writer.shut();
            writer.write(small);
            writer.flush();
            return true;
        });
        assertThat(onLoop(() -> writer.offer(small))).isFalse();
        channel.close().sync();
        assertThat(received.read()).isEqualTo(-1);
    }

    private DirectTlsWriter writer() throws Exception {
        PipelineWriter pipeline = new PipelineWriter(channel.pipeline().context("encoder"));
        return onLoop(() -> DirectTlsWriter.of(channel, pipeline, new ErrorLog(NanoClock.SYSTEM)))
                .orElseThrow();
    }

    private void assertReceives(SharedBuffer message) throws Exception {
        LoopbackChannel.assertReceives(received, message);
    }

    private <T> T onLoop(Callable<T> action) throws Exception {
        return loopback.onLoop(action);
    }

    private static SslContext context() throws Exception {
        TestAuthority authority = new TestAuthority();
        KeyPair pair = authority.newKey("EC");
        return SslContextBuilder.forServer(
                        stream(authority.chain(pair, "localhost")),
                        stream(TestAuthority.pem(pair, TestAuthority.Format.PKCS8)))
                .sslProvider(SslProvider.OPENSSL)
                .build();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
