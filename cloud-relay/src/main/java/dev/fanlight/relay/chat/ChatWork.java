package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import java.util.function.Consumer;

/** What waits for the disk. */
sealed interface ChatWork {

    /**
     * A line.
     *
     * @param room where it is to be told
     * @param author who is to be answered
     * @param draft what is to be stored
     */
    record Line(ChatRoom room, Author author, ChatLog.Draft draft) implements ChatWork {}

    /**
     * An act of a moderator.
     *
     * @param room whose chat
     * @param by who acts
     * @param act what is to be done
     * @param answer is told what became of it, on the writer
     */
    record Act(ChatRoom room, Moderator by, ModerationAct act, Consumer<ModerationResult> answer) implements ChatWork {}
}
