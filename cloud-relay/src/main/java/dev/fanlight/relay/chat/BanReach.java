package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatRole;
import java.util.List;
import java.util.Optional;

/**
 * Whom a ban of a person concerns, as far as they are in the room now. Immutable.
 *
 * @param person id of the person
 * @param name their name, empty when it is not known
 * @param role their role
 * @param sameAddress others from the same address, whom a ban of the address concerns too
 * @param link the link that ends with the ban, because its holder moderates by it
 * @param sameLink others who come by that link
 */
public record BanReach(
        String person,
        String name,
        ChatRole role,
        List<PresentPerson> sameAddress,
        Optional<String> link,
        List<PresentPerson> sameLink) {}
