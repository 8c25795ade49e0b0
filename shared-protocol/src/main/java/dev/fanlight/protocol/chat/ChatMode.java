package dev.fanlight.protocol.chat;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ToPlayer;
import java.util.Optional;

/**
 * The rules of this chat and its pinned note; sent before {@link ChatReady} and at every change.
 *
 * @param slowSeconds least time between two messages of one person, 0–300; 0 is off. Moderators are exempt
 * @param links who may post links
 * @param note what moderators have pinned above the chat, plain text
 */
public record ChatMode(int slowSeconds, ChatLinks links, Optional<String> note) implements ToPlayer {

    /** Without a note. */
    public ChatMode(int slowSeconds, ChatLinks links) {
        this(slowSeconds, links, Optional.empty());
    }

    /** With another interval of slow mode. */
    public ChatMode withSlow(int seconds) {
        return new ChatMode(seconds, links, note);
    }

    /** With other people who may post links. */
    public ChatMode withLinks(ChatLinks who) {
        return new ChatMode(slowSeconds, who, note);
    }

    /** With another note, or none. */
    public ChatMode withNote(Optional<String> text) {
        return new ChatMode(slowSeconds, links, text);
    }

    /** Without the note, which does not belong in a log. */
    @Override
    public String toString() {
        return "ChatMode[slowSeconds=" + slowSeconds + ", links=" + links + ", noted=" + note.isPresent() + "]";
    }

    @Override
    public MessageType type() {
        return MessageType.CHAT_MODE;
    }
}
