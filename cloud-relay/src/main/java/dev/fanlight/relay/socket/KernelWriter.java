package dev.fanlight.relay.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;

/**
 * Writes to the kernel past the pipeline of a channel, which costs less per viewer and frame (ADR 17). Only for native epoll, and only
 * while nothing waits in the pipeline, so that the order is kept; everything else goes through the pipeline. Event loop only.
 */
abstract sealed class KernelWriter implements FramedWriter permits DirectWriter, DirectTlsWriter {

    private final Socket socket;
    // The same object for the life of the channel: kept here, because every frame reads it for every viewer.
    private final ChannelOutboundBuffer waiting;
    private final PipelineWriter pipeline;
    private boolean shut;

    /** For a channel that {@link #isPossible}. */
    KernelWriter(Channel channel, PipelineWriter pipeline) {
        this.socket = (Socket) ((EpollSocketChannel) channel).fd();
        this.waiting = channel.unsafe().outboundBuffer();
        this.pipeline = pipeline;
    }

    /** Whether a channel has a native socket that can be written to. */
    static boolean isPossible(Channel channel) {
        return channel instanceof EpollSocketChannel epoll
                && epoll.fd() instanceof Socket
                && channel.unsafe().outboundBuffer() != null;
    }

    @Override
    public final void flush() {
        pipeline.flush();
    }

    @Override
    public final void shut() {
        shut = true;
        pipeline.shut();
    }

    /**
     * Whether the socket is open and nothing waits in the pipeline. A closed socket must not be used: its file descriptor may belong to
     * another connection by now. Closing happens on this loop too, so there is no race.
     */
    @Override
    public final boolean isReady() {
        return !shut && socket.isOpen() && waiting.totalPendingWriteBytes() == 0;
    }

    /** Writes the readable bytes, which the caller still owns, to the kernel while {@link #isReady()}; returns how many it accepted. */
    final int send(ByteBuf bytes) {
        try {
            return bytes.hasMemoryAddress()
                    ? Math.max(0, socket.sendAddress(bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex()))
                    : 0;
        } catch (IOException e) {
            // The pipeline gets the same error next and closes the connection.
            return 0;
        }
    }

    final PipelineWriter pipeline() {
        return pipeline;
    }
}
