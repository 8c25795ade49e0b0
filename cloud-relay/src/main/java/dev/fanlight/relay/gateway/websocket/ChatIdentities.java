package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.chat.AddressTags;
import dev.fanlight.relay.chat.ChatRoom;
import dev.fanlight.relay.chat.IdentityTokens;
import dev.fanlight.relay.chat.Person;
import dev.fanlight.relay.ratelimit.AddressKey;
import java.util.Optional;

/**
 * Who players are in the chat. Thread safe, does not block.
 *
 * @param tokens by which a person is recognized
 * @param tags the form in which addresses are shown to the chat
 * @param secrets for ids of new persons
 */
public record ChatIdentities(IdentityTokens tokens, AddressTags tags, Secrets secrets) {

    private static final int PERSON_BITS = 80;

    /** The person of a valid token, else a new one. */
    Person identify(ChatRoom room, Optional<String> token, ChatRole role) {
        Optional<Person> before = token.flatMap(tokens::verify);
        String id = before.map(Person::id).orElseGet(() -> secrets.base32(PERSON_BITS));
        return room.admit(id, before.map(Person::name), role);
    }

    /** A token by which the person is recognized later. */
    String token(Person person) {
        return tokens.issue(person);
    }

    /** What stands for an address in the chat. */
    String tag(AddressKey address) {
        return tags.of(address);
    }
}
