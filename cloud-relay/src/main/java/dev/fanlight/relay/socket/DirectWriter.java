package dev.fanlight.relay.socket;

import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.wire.WebSocketForm;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.util.Optional;

/** Writes bytes to the kernel as they are, without TLS; what the kernel does not accept goes through the pipeline. Event loop only. */
final class DirectWriter extends KernelWriter {

    private DirectWriter(Channel channel, PipelineWriter pipeline) {
        super(channel, pipeline);
    }

    /** A writer for a channel without TLS on native epoll; empty for others. */
    static Optional<DirectWriter> of(Channel channel, PipelineWriter pipeline) {
        return channel.pipeline().get(SslHandler.class) == null && isPossible(channel)
                ? Optional.of(new DirectWriter(channel, pipeline))
                : Optional.empty();
    }

    @Override
    public boolean offer(SharedBuffer bytes) {
        if (!isReady()) {
            return false;
        }
        ByteBuf buffer = ((WebSocketForm) bytes).buffer();
        int taken = send(buffer);
        if (taken < buffer.readableBytes()) {
            pipeline().writeFrom(buffer, taken);
            flush();
        }
        return true;
    }

    @Override
    public void write(WebSocketForm message) {
        ByteBuf buffer = message.buffer();
        int taken = isReady() ? send(buffer) : 0;
        if (taken < buffer.readableBytes()) {
            pipeline().writeFrom(buffer, taken);
        }
    }
}
