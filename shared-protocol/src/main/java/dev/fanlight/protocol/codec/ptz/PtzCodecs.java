package dev.fanlight.protocol.codec.ptz;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.codec.json.MessageCodec;
import java.util.Map;

/** The codecs of the messages in package {@code protocol.ptz}. */
public final class PtzCodecs {

    private PtzCodecs() {}

    /** The codec of each type. */
    public static Map<MessageType, MessageCodec<?>> all() {
        return Map.of(MessageType.PTZ, new PtzCodec(), MessageType.PTZ_RESULT, new PtzResultCodec());
    }
}
