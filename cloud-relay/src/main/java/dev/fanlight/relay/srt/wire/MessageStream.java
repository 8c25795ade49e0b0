package dev.fanlight.relay.srt.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads messages from a pipe, one after the other. Blocking, not thread safe. */
public final class MessageStream {

    private final DataInputStream in;

    /** Reads from {@code in}, which should be buffered. */
    public MessageStream(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * The next command.
     *
     * @throws EOFException at the end
     * @throws WireException when it is none
     */
    public WorkerCommand command() throws IOException {
        int type = in.readUnsignedByte();
        MessageReader reader = new MessageReader(parts());
        WorkerCommand command = WorkerCommand.read(type, reader);
        reader.end();
        return command;
    }

    /**
     * The next event.
     *
     * @throws EOFException at the end
     * @throws WireException when it is none
     */
    public WorkerEvent event() throws IOException {
        int type = in.readUnsignedByte();
        MessageReader reader = new MessageReader(parts());
        WorkerEvent event = WorkerEvent.read(type, reader);
        reader.end();
        return event;
    }

    private byte[] parts() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > PipeLimits.MAX_MESSAGE_BYTES) {
            throw new WireException("a message of " + length + " bytes");
        }
        byte[] parts = in.readNBytes(length);
        if (parts.length < length) {
            throw new EOFException();
        }
        return parts;
    }
}
