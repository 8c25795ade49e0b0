package dev.fanlight.relay.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.util.Optional;

/**
 * Gives bytes to the kernel past the pipeline, which costs less for each viewer and picture (ADR 17). Only for native epoll without TLS, and only
 * while nothing waits in the pipeline, so that the order stays. Event loop only.
 */
final class DirectWriter {

    private final Socket socket;
    // That of the channel for all its life: what is asked of every viewer for every picture must not be far away.
    private final ChannelOutboundBuffer waiting;

    private DirectWriter(Socket socket, ChannelOutboundBuffer waiting) {
        this.socket = socket;
        this.waiting = waiting;
    }

    /** For a channel that can be written to like this. */
    static Optional<DirectWriter> of(Channel channel) {
        boolean plain = channel.pipeline().get(SslHandler.class) == null;
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        if (plain
                && waiting != null
                && channel instanceof EpollSocketChannel epoll
                && epoll.fd() instanceof Socket socket) {
            return Optional.of(new DirectWriter(socket, waiting));
        }
        return Optional.empty();
    }

    /**
     * Whether the socket is open and nothing waits in the pipeline. A socket that was closed must not be asked for more: its number may
     * belong to somebody else by now. Closing happens on this loop too, so nothing comes between.
     */
    boolean isFree() {
        return socket.isOpen() && waiting.totalPendingWriteBytes() == 0;
    }

    /** Offers the readable bytes, borrowed, to the kernel; returns how many it took, 0 when they have to go through the pipeline. */
    int write(ByteBuf bytes) {
        if (!isFree() || !bytes.hasMemoryAddress()) {
            return 0;
        }
        try {
            return Math.max(0, socket.sendAddress(bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex()));
        } catch (IOException e) {
            // The pipeline meets the same error next, and knows how to end the connection.
            return 0;
        }
    }
}
