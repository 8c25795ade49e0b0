package dev.fanlight.relay.gateway.publication;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;

/**
 * A container that the relay reads itself.
 *
 * @param publication is given what was read
 * @param reader reads it
 */
record DirectInput(ContainerPublication publication, EventReader reader) implements ContainerInput {

    @Override
    public void take(ByteBuffer bytes) throws BitstreamException {
        publication.media(reader.read(bytes));
    }

    @Override
    public void complete() {
        publication.end(ContainerEnd.COMPLETE);
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public void close() {}
}
