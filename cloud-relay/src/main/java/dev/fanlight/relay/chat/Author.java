package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;

/**
 * Somebody who says or does something now. Immutable.
 *
 * @param member the page it comes from, which is answered
 * @param person who they are
 * @param rank what they may do now
 */
public record Author(ChatMember member, Person person, ChatRole rank) {

    boolean moderates() {
        return rank.compareTo(ChatRole.MODERATOR) >= 0;
    }

    Moderator asModerator() {
        return new Moderator(person.id(), rank);
    }
}
