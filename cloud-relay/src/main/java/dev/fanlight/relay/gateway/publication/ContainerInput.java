package dev.fanlight.relay.gateway.publication;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;

/** Where the bytes of a publisher go: a reader of the relay, or a child. Event loop only. */
interface ContainerInput {

    /**
     * Takes what has come.
     *
     * @throws BitstreamException when it is not what it should be, with a sentence for people
     */
    void take(ByteBuffer bytes) throws BitstreamException;

    /** Nothing more comes. */
    void complete();

    /** Whether nothing should come for the moment. */
    boolean isFull();

    /** The publisher is gone, or has to go. */
    void close();
}
