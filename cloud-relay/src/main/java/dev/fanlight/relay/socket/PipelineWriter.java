package dev.fanlight.relay.socket;

import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.wire.WebSocketForm;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;

/** Writes behind the WebSocket encoder of a pipeline. Event loop only. */
final class PipelineWriter implements FramedWriter {

    private final Channel channel;
    private final ChannelHandlerContext encoder;
    private final ChannelPromise voidPromise;
    private boolean unflushed;
    private boolean shut;

    /** Writes to the handler before {@code encoder}, so that messages are not framed twice. */
    PipelineWriter(ChannelHandlerContext encoder) {
        this.channel = encoder.channel();
        this.encoder = encoder;
        this.voidPromise = new VoidChannelPromise(channel, false);
    }

    @Override
    public boolean offer(SharedBuffer bytes) {
        if (shut || !channel.isWritable()) {
            return false;
        }
        unflushed = false;
        var unused = encoder.writeAndFlush(((WebSocketForm) bytes).buffer().retainedDuplicate(), voidPromise);
        return true;
    }

    @Override
    public void write(WebSocketForm message) {
        writeFrom(message.buffer(), 0);
    }

    /** Writes the readable bytes, which the caller still owns, without the first {@code skipped}. */
    void writeFrom(ByteBuf bytes, int skipped) {
        if (!shut) {
            ByteBuf rest = bytes.retainedSlice(bytes.readerIndex() + skipped, bytes.readableBytes() - skipped);
            var unused = encoder.write(rest, voidPromise);
            unflushed = true;
        }
    }

    @Override
    public void flush() {
        if (unflushed) {
            unflushed = false;
            encoder.flush();
        }
    }

    @Override
    public void shut() {
        shut = true;
    }
}
