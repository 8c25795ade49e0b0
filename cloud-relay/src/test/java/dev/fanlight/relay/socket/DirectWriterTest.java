package dev.fanlight.relay.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.protocol.Viewers;
import dev.fanlight.relay.wire.WireText;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectWriterTest {

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final WireText text = WireText.of(new Viewers(3));
    private ServerSocket server;
    private Channel channel;
    private Socket peer;

    @BeforeEach
    void connect() throws Exception {
        assumeTrue(Epoll.isAvailable(), "no native epoll here");
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        channel = new Bootstrap()
                .group(loops)
                .channel(EpollSocketChannel.class)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(server.getLocalSocketAddress())
                .sync()
                .channel();
        peer = server.accept();
    }

    @AfterEach
    void disconnect() throws Exception {
        text.release();
        peer.close();
        server.close();
        loops.shutdownGracefully().sync();
    }

    @Test
    void givesBytesToTheKernelUntilTheSocketIsClosedAndNothingAfterwards() throws Exception {
        DirectWriter writer = writer();
        assertThat(onLoop(() -> writer.offer(text))).isTrue();
        assertThat(peer.getInputStream().readNBytes(text.size())).isEqualTo(bytes());
        channel.close().sync();
        assertThat(onLoop(() -> writer.offer(text))).isFalse();
    }

    @Test
    void whatTheKernelDoesNotTakeFollowsInOrderBeforeAnythingElse() throws Exception {
        DirectWriter writer = writer();
        int offered = onLoop(() -> {
            int count = 0;
            while (writer.offer(text)) {
                count++;
            }
            return count;
        });
        for (int i = 0; i < offered; i++) {
            assertThat(peer.getInputStream().readNBytes(text.size())).isEqualTo(bytes());
        }
        assertThat(onLoop(() -> writer.offer(text))).isTrue();
    }

    @Test
    void takesNothingOnceItIsShut() throws Exception {
        DirectWriter writer = writer();
        onLoop(() -> {
            writer.shut();
            writer.write(text);
            writer.flush();
            return true;
        });
        assertThat(onLoop(() -> writer.offer(text))).isFalse();
        channel.close().sync();
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }

    private DirectWriter writer() {
        PipelineWriter pipeline = new PipelineWriter(channel.pipeline().firstContext());
        return DirectWriter.of(channel, pipeline).orElseThrow();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[text.size()];
        text.buffer().getBytes(text.buffer().readerIndex(), bytes);
        return bytes;
    }

    private <T> T onLoop(Callable<T> action) throws Exception {
        return channel.eventLoop().submit(action).get();
    }
}
