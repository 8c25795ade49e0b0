package dev.fanlight.relay.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;

/**
 * Writes to the kernel past the pipeline of a channel, which costs less for each viewer and picture (ADR 17). Only for native epoll, and
 * only while nothing waits in the pipeline, so that the order stays; the rest goes through the pipeline. Event loop only.
 */
abstract sealed class KernelWriter implements FramedWriter permits DirectWriter, DirectTlsWriter {

    private final Socket socket;
    // That of the channel for all its life: what is asked of every viewer for every picture must not be far away.
    private final ChannelOutboundBuffer waiting;
    private final PipelineWriter pipeline;
    private boolean shut;

    /** For a channel that {@link #isPossible}. */
    KernelWriter(Channel channel, PipelineWriter pipeline) {
        this.socket = (Socket) ((EpollSocketChannel) channel).fd();
        this.waiting = channel.unsafe().outboundBuffer();
        this.pipeline = pipeline;
    }

    /** Whether a channel has a kernel’s end that can be written to. */
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
     * Whether the socket is open and nothing waits in the pipeline. A socket that was closed must not be asked for more: its number may
     * belong to somebody else by now. Closing happens on this loop too, so nothing comes between.
     */
    @Override
    public final boolean isReady() {
        return !shut && socket.isOpen() && waiting.totalPendingWriteBytes() == 0;
    }

    /** Gives the readable bytes, which are borrowed, to the kernel while it {@link #isReady()}; says how many it took. */
    final int send(ByteBuf bytes) {
        try {
            return bytes.hasMemoryAddress()
                    ? Math.max(0, socket.sendAddress(bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex()))
                    : 0;
        } catch (IOException e) {
            // The pipeline meets the same error next, and knows how to end the connection.
            return 0;
        }
    }

    final PipelineWriter pipeline() {
        return pipeline;
    }
}
