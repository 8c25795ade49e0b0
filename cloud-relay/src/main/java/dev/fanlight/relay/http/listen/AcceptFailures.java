package dev.fanlight.relay.http.listen;

import dev.fanlight.relay.log.ErrorLog;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Reports that a listening channel cannot accept connections, as when the process has no file descriptor left. It moves behind Netty’s own
 * acceptor, which rests for a second then, and would write a stack trace each time otherwise. The acceptor’s loop only.
 */
final class AcceptFailures extends ChannelInboundHandlerAdapter {

    private final ErrorLog errors;

    AcceptFailures(ErrorLog errors) {
        this.errors = errors;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.fireChannelActive();
        context.pipeline().addLast(new Last(errors));
        context.pipeline().remove(this);
    }

    /** At the end of the pipeline. */
    private static final class Last extends ChannelInboundHandlerAdapter {
        private final ErrorLog errors;

        Last(ErrorLog errors) {
            this.errors = errors;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            String reason = String.valueOf(cause.getMessage()).replaceAll("\\d+", "#");
            errors.warn("Connections cannot be accepted for now: " + reason);
        }
    }
}
