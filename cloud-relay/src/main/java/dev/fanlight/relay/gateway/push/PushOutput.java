package dev.fanlight.relay.gateway.push;

import dev.fanlight.protocol.rtmp.RtmpMessage;

/** Where the messages of a push go: to the target as they are, or through an encoder. Event loop only. */
interface PushOutput {

    /** Passes a message on, even if it is full. */
    void send(RtmpMessage message);

    /** Whether more waits than should. */
    boolean isFull();

    /** Passes nothing on any more; does nothing the second time. */
    void close();
}
