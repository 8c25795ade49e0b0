package dev.fanlight.relay.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.wire.WebSocketForm;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Callable;

/** A channel of native epoll and the socket of its peer. */
record LoopbackChannel(MultiThreadIoEventLoopGroup loops, ServerSocket server, Channel channel, Socket peer)
        implements AutoCloseable {

    static LoopbackChannel connect(ChannelHandler handler) throws IOException, InterruptedException {
        MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Channel channel = new Bootstrap()
                .group(loops)
                .channel(EpollSocketChannel.class)
                .handler(handler)
                .connect(server.getLocalSocketAddress())
                .sync()
                .channel();
        return new LoopbackChannel(loops, server, channel, server.accept());
    }

    <T> T onLoop(Callable<T> action) throws Exception {
        return channel.eventLoop().submit(action).get();
    }

    static void assertReceives(InputStream received, SharedBuffer message) throws IOException {
        byte[] bytes = new byte[message.size()];
        WebSocketForm form = (WebSocketForm) message;
        form.buffer().getBytes(form.buffer().readerIndex(), bytes);
        assertThat(received.readNBytes(bytes.length)).isEqualTo(bytes);
    }

    @Override
    public void close() throws IOException {
        channel.close().syncUninterruptibly();
        peer.close();
        server.close();
        loops.shutdownGracefully().syncUninterruptibly();
    }
}
