package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;

/**
 * The author of a line or another request to a room. Immutable.
 *
 * @param member the connection it comes from, which receives the answer
 * @param person the person
 * @param rank their role now
 */
public record Author(ChatMember member, Person person, ChatRole rank) {

    boolean moderates() {
        return rank.compareTo(ChatRole.MODERATOR) >= 0;
    }

    Moderator asModerator() {
        return new Moderator(person.id(), rank);
    }
}
