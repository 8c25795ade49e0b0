package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import java.util.function.Consumer;

/** An entry of the chat writer’s queue. */
sealed interface ChatWork {

    /**
     * A line to be stored and broadcast.
     *
     * @param room where it will be broadcast
     * @param author who receives the answer
     * @param draft the line
     */
    record Line(ChatRoom room, Author author, ChatLog.Draft draft) implements ChatWork {}

    /**
     * Another relay may have stored lines.
     *
     * @param room where they are broadcast
     */
    record CatchUp(ChatRoom room) implements ChatWork {}

    /**
     * Another relay may have changed something else than lines.
     *
     * @param room that reads it again
     */
    record Reload(ChatRoom room) implements ChatWork {}

    /**
     * A reaction to a line.
     *
     * @param room the room of the line
     * @param change what is to be stored
     */
    record Reacted(ChatRoom room, ReactionChange change) implements ChatWork {}

    /**
     * A moderation command.
     *
     * @param room the room it applies to
     * @param by who issues it
     * @param act the command
     * @param answer receives the result, on the writer
     */
    record Command(ChatRoom room, Moderator by, ModerationAct act, Consumer<ModerationResult> answer)
            implements ChatWork {}
}
