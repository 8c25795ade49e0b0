package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;

/**
 * The author of a line or another request to a room. Immutable.
 *
 * @param member the connection it comes from, which receives the answer
 * @param person the person
 * @param role their role now
 */
public record Author(ChatMember member, Person person, ChatRole role) {

    boolean moderates() {
        return role.compareTo(ChatRole.MODERATOR) >= 0;
    }

    Moderator asModerator() {
        return new Moderator(person.id(), role);
    }
}
