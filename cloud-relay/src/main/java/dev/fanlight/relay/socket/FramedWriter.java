package dev.fanlight.relay.socket;

import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.wire.WebSocketForm;

/** Writes to one socket what is framed already, in the order of the calls. Event loop only. */
sealed interface FramedWriter extends SubscriberOutput permits KernelWriter, PipelineWriter {

    /** Writes a message, which is borrowed: at once where that is possible, else with the next {@link #flush()}. */
    void write(WebSocketForm message);

    /** Sends what was written. */
    void flush();

    /** Nothing is taken any more: what is offered or written from now on is left out. */
    void shut();
}
