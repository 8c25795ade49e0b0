package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;

/**
 * Who issues a moderation command. Immutable.
 *
 * @param id of the person in the chat, or of the owner's session or token; not a name
 * @param role decides whom they may moderate
 */
public record Moderator(String id, ChatRole role) {

    /** The owner, by the API. */
    public static Moderator owner(String id) {
        return new Moderator(id, ChatRole.OWNER);
    }

    /** Whether this moderator may act on a person of that role, which has to be lower. */
    boolean outranks(ChatRole other) {
        return role.compareTo(ChatRole.MODERATOR) >= 0 && role.compareTo(other) > 0;
    }

    /** Whether this moderator may undo what the other has done: those of the same or a higher role may. */
    boolean mayUndo(Moderator other) {
        return role.compareTo(other.role) >= 0;
    }
}
