package dev.fanlight.protocol.codec.chat;

import static java.util.Map.entry;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.codec.json.MessageCodec;
import java.util.Map;

/** The codecs of the messages in package {@code protocol.chat}. */
public final class ChatCodecs {

    private ChatCodecs() {}

    /** The codec of each type. */
    public static Map<MessageType, MessageCodec<?>> all() {
        return Map.ofEntries(
                entry(MessageType.CHAT, new ChatCodec()),
                entry(MessageType.CHAT_ACCEPTED, new ChatAcceptedCodec()),
                entry(MessageType.CHAT_MODE, new ChatModeCodec()),
                entry(MessageType.CHAT_REACTIONS, new ChatReactionsCodec()),
                entry(MessageType.CHAT_READY, new ChatReadyCodec()),
                entry(MessageType.CHAT_REFUSED, new ChatRefusedCodec()),
                entry(MessageType.CHAT_REMOVED, new ChatRemovedCodec()),
                entry(MessageType.CHAT_RESTORED, new ChatRestoredCodec()),
                entry(MessageType.CHAT_SEND, new ChatSendCodec()),
                entry(MessageType.CHAT_SILENCED, new ChatSilencedCodec()),
                entry(MessageType.MODERATE, new ModerateCodec()),
                entry(MessageType.MODERATED, new ModeratedCodec()),
                entry(MessageType.REACT, new ReactCodec()),
                entry(MessageType.RENAME, new RenameCodec()),
                entry(MessageType.RENAME_REFUSED, new RenameRefusedCodec()),
                entry(MessageType.RENAMED, new RenamedCodec()));
    }
}
