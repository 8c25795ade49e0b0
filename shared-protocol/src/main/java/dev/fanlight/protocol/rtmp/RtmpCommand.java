package dev.fanlight.protocol.rtmp;

import dev.fanlight.media.amf.AmfReader;
import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.amf.AmfWriter;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command, or an answer to one (§7.2). Immutable.
 *
 * @param name for example {@code connect}
 * @param transaction number by which the answer refers to it, 0 when none is expected
 * @param arguments what follows; of commands of peers, the first one is the command object or null
 */
public record RtmpCommand(String name, double transaction, List<AmfValue> arguments) {

    /** Copies the list. */
    public RtmpCommand {
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads a message of type {@link RtmpType#COMMAND} or {@link RtmpType#COMMAND_AMF3}, in which known programs write AMF0 all the same.
     *
     * @throws BitstreamException when it is malformed
     */
    public static RtmpCommand read(RtmpMessage message) throws BitstreamException {
        ByteBuffer body = message.body();
        if (message.type() == RtmpType.COMMAND_AMF3 && body.hasRemaining() && body.get(body.position()) == 0) {
            body.get();
        }
        AmfReader in = new AmfReader(body);
        if (!(in.next() instanceof AmfValue.Text name)) {
            throw new BitstreamException("a command without a name");
        }
        double transaction = in.hasNext() && in.next() instanceof AmfValue.Numeric number ? number.value() : 0;
        List<AmfValue> arguments = new ArrayList<>();
        while (in.hasNext()) {
            arguments.add(in.next());
        }
        return new RtmpCommand(name.value(), transaction, arguments);
    }

    /** The command as a message of a stream, 0 for the connection. */
    public RtmpMessage message(int streamId) {
        List<AmfValue> values = new ArrayList<>(List.of(AmfValue.of(name), AmfValue.of(transaction)));
        values.addAll(arguments);
        return RtmpMessage.of(RtmpType.COMMAND, streamId, AmfWriter.write(values));
    }

    /** The argument at {@code index}, if it is a text. */
    public Optional<String> text(int index) {
        return index < arguments.size() && arguments.get(index) instanceof AmfValue.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** A member of the command object, if it is a text. */
    public Optional<String> member(String name) {
        return !arguments.isEmpty() && arguments.get(0) instanceof AmfValue.Members object
                ? object.text(name)
                : Optional.empty();
    }
}
