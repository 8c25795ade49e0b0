package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;
import java.util.Optional;

/**
 * The author of a line or another request to a room. Immutable.
 *
 * @param member the connection it comes from, which receives the answer
 * @param person the person
 * @param role their role now
 * @param link id of the link by which they come, if it is one
 */
public record Author(ChatMember member, Person person, ChatRole role, Optional<String> link) {

    boolean moderates() {
        return role.compareTo(ChatRole.MODERATOR) >= 0;
    }

    Moderator asModerator() {
        return new Moderator(person.id(), role);
    }
}
