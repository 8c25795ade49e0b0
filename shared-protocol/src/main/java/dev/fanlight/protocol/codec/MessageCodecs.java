package dev.fanlight.protocol.codec;

import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.agent.AgentCodecs;
import dev.fanlight.protocol.codec.chat.ChatCodecs;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.codec.player.PlayerCodecs;
import dev.fanlight.protocol.codec.ptz.PtzCodecs;
import java.util.EnumMap;
import java.util.Map;

/** The table of all codecs by type of message. Immutable. */
final class MessageCodecs {

    private static final Map<MessageType, MessageCodec<?>> TABLE = table();

    private MessageCodecs() {}

    static Message read(MessageType type, Members members) throws ProtocolException {
        return codec(type).read(members);
    }

    @SuppressWarnings("unchecked") // A codec is registered for the type of its own message: GoldenFilesTest.
    static void write(Message message, MemberWriter out) {
        ((MessageCodec<Message>) codec(message.type())).write(message, out);
    }

    private static MessageCodec<?> codec(MessageType type) {
        MessageCodec<?> codec = TABLE.get(type);
        if (codec == null) {
            throw new IllegalStateException("no codec for " + type);
        }
        return codec;
    }

    private static Map<MessageType, MessageCodec<?>> table() {
        Map<MessageType, MessageCodec<?>> table = new EnumMap<>(MessageType.class);
        table.putAll(AgentCodecs.all());
        table.putAll(PlayerCodecs.all());
        table.putAll(ChatCodecs.all());
        table.putAll(PtzCodecs.all());
        table.put(MessageType.ACK, new AckCodec());
        table.put(MessageType.GOODBYE, new GoodbyeCodec());
        table.put(MessageType.RECONNECT, new ReconnectCodec());
        table.put(MessageType.TIME_REPLY, new TimeReplyCodec());
        table.put(MessageType.TIME_REQUEST, new TimeRequestCodec());
        table.put(MessageType.TRACKS, new TracksCodec());
        return table;
    }
}
