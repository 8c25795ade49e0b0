package dev.fanlight.relay.socket;

import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.wire.WebSocketForm;

/** Writes framed messages to one socket, in the order of the calls. Event loop only. */
sealed interface FramedWriter extends SubscriberOutput permits KernelWriter, PipelineWriter {

    /** Writes a message, which the caller still owns: at once where that is possible, else with the next {@link #flush()}. */
    void write(WebSocketForm message);

    /** Sends what was written. */
    void flush();

    /** Ends writing: what is offered or written from now on is dropped. */
    void shut();
}
