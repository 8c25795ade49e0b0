package dev.fanlight.relay.socket;

import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.wire.WireForm;
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
 * while nothing waits in the pipeline, so that the order stays; what the kernel does not take goes through it. Event loop only.
 */
final class DirectWriter implements FramedWriter {

    private final Socket socket;
    // That of the channel for all its life: what is asked of every viewer for every picture must not be far away.
    private final ChannelOutboundBuffer waiting;
    private final PipelineWriter pipeline;
    private boolean shut;

    private DirectWriter(Socket socket, ChannelOutboundBuffer waiting, PipelineWriter pipeline) {
        this.socket = socket;
        this.waiting = waiting;
        this.pipeline = pipeline;
    }

    /** For a channel that can be written to like this; what the kernel does not take goes to {@code pipeline}. */
    static Optional<DirectWriter> of(Channel channel, PipelineWriter pipeline) {
        boolean plain = channel.pipeline().get(SslHandler.class) == null;
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        if (plain
                && waiting != null
                && channel instanceof EpollSocketChannel epoll
                && epoll.fd() instanceof Socket socket) {
            return Optional.of(new DirectWriter(socket, waiting, pipeline));
        }
        return Optional.empty();
    }

    @Override
    public boolean offer(Shared bytes) {
        if (!isFree()) {
            return false;
        }
        ByteBuf buffer = ((WireForm) bytes).buffer();
        int taken = send(buffer);
        if (taken < buffer.readableBytes()) {
            pipeline.writeFrom(buffer, taken);
            pipeline.flush();
        }
        return true;
    }

    @Override
    public void write(WireForm message) {
        ByteBuf buffer = message.buffer();
        int taken = isFree() ? send(buffer) : 0;
        if (taken < buffer.readableBytes()) {
            pipeline.writeFrom(buffer, taken);
        }
    }

    @Override
    public void flush() {
        pipeline.flush();
    }

    @Override
    public void shut() {
        shut = true;
        pipeline.shut();
    }

    /**
     * Whether the socket is open and nothing waits in the pipeline. A socket that was closed must not be asked for more: its number may
     * belong to somebody else by now. Closing happens on this loop too, so nothing comes between.
     */
    private boolean isFree() {
        return !shut && socket.isOpen() && waiting.totalPendingWriteBytes() == 0;
    }

    private int send(ByteBuf bytes) {
        try {
            return bytes.hasMemoryAddress()
                    ? Math.max(0, socket.sendAddress(bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex()))
                    : 0;
        } catch (IOException e) {
            // The pipeline meets the same error next, and knows how to end the connection.
            return 0;
        }
    }
}
