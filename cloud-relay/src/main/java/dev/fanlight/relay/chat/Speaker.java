package dev.fanlight.relay.chat;

import dev.fanlight.protocol.Rank;

/**
 * Somebody who says or does something now. Immutable.
 *
 * @param member the page it comes from, which is answered
 * @param person who they are
 * @param rank what they may do now
 */
public record Speaker(ChatMember member, Person person, Rank rank) {

    boolean moderates() {
        return rank.compareTo(Rank.MODERATOR) >= 0;
    }

    Moderator asModerator() {
        return new Moderator(person.id(), rank);
    }
}
