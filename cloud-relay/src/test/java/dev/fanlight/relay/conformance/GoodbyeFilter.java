package dev.fanlight.relay.conformance;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/** Leaves out the relay’s goodbye, which the suite would take for an answer. */
final class GoodbyeFilter extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes
                && bytes.toString(StandardCharsets.ISO_8859_1).contains("{\"type\":\"goodbye\"")) {
            ReferenceCountUtil.release(message);
            return;
        }
        var unused = context.write(message, promise);
    }
}
