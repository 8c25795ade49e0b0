package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;

/**
 * Who acts on a chat. Immutable.
 *
 * @param id of the person in the chat, or what the owner's session or token is called; no name
 * @param rank what they may do
 */
public record Moderator(String id, ChatRole rank) {

    /** Acts of the owner that come by the API. */
    public static Moderator owner(String id) {
        return new Moderator(id, ChatRole.OWNER);
    }

    /** Nobody acts on somebody of equal or higher rank. */
    boolean outranks(ChatRole other) {
        return rank.compareTo(ChatRole.MODERATOR) >= 0 && rank.compareTo(other) > 0;
    }

    /** What somebody has imposed only they and their equals, or those above, may take back. */
    boolean mayUndo(Moderator other) {
        return rank.compareTo(other.rank) >= 0;
    }
}
