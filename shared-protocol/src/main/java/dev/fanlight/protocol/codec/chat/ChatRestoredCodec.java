package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;

/** {@code chat_restored}. */
final class ChatRestoredCodec implements MessageCodec<ChatRestored> {

    private static final ChatCodec LINE = new ChatCodec();

    @Override
    public ChatRestored read(Members members) throws ProtocolException {
        return new ChatRestored(LINE.read(members));
    }

    @Override
    public void write(ChatRestored message, MemberWriter out) {
        LINE.write(message.line(), out);
    }
}
