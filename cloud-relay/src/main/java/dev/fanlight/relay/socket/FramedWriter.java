package dev.fanlight.relay.socket;

import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.wire.WebSocketForm;
import io.netty.channel.ChannelHandlerContext;

/** Writes framed messages to one socket, in the order of the calls. Event loop only. */
sealed interface FramedWriter extends SubscriberOutput permits KernelWriter, PipelineWriter {

    /** The writer for a channel that costs least, of messages that {@code encoder} need not frame. */
    static FramedWriter of(ChannelHandlerContext encoder, ErrorLog errors) {
        PipelineWriter pipeline = new PipelineWriter(encoder);
        return DirectWriter.of(encoder.channel(), pipeline)
                .<FramedWriter>map(direct -> direct)
                .or(() -> DirectTlsWriter.of(encoder.channel(), pipeline, errors))
                .orElse(pipeline);
    }

    /** Writes a message, which the caller still owns: at once where that is possible, else with the next {@link #flush()}. */
    void write(WebSocketForm message);

    /** Sends what was written. */
    void flush();

    /** Ends writing: what is offered or written from now on is dropped. */
    void shut();
}
