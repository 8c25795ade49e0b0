package dev.fanlight.relay.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class DirectWriterTest {

    @Test
    void givesBytesToTheKernelUntilTheSocketIsClosedAndNothingAfterwards() throws Exception {
        assumeTrue(Epoll.isAvailable(), "no native epoll here");
        MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        ByteBuf bytes = Unpooled.directBuffer().writeBytes(new byte[] {1, 2, 3});
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Channel channel = new Bootstrap()
                    .group(loops)
                    .channel(EpollSocketChannel.class)
                    .handler(new ChannelInboundHandlerAdapter())
                    .connect(server.getLocalSocketAddress())
                    .sync()
                    .channel();
            try (Socket peer = server.accept()) {
                DirectWriter writer = DirectWriter.of(channel).orElseThrow();
                assertThat(channel.eventLoop().submit(() -> writer.write(bytes)).get())
                        .isEqualTo(3);
                assertThat(peer.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
                channel.close().sync();
                assertThat(channel.eventLoop().submit(writer::isFree).get()).isFalse();
                assertThat(channel.eventLoop().submit(() -> writer.write(bytes)).get())
                        .isZero();
            }
        } finally {
            bytes.release();
            loops.shutdownGracefully().sync();
        }
    }
}
