package dev.fanlight.relay.chat;

import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.WatchRule;
import dev.fanlight.relay.ratelimit.AddressKey;

/**
 * Keeps those from watching who are banned from a camera’s chat. Blocking, thread safe.
 *
 * @param rooms the chats with their bans
 * @param tokens verifies identity tokens; without a valid one only the ban of an address applies
 * @param tags the form in which addresses are banned
 * @param policy whom bans do not concern
 */
public record BanRule(ChatRooms rooms, IdentityTokens tokens, AddressTags tags, AccessPolicy policy)
        implements WatchRule {

    @Override
    public boolean permits(CameraAccess camera, Principal principal, Credentials credentials, AddressKey address) {
        String person =
                credentials.identity().flatMap(tokens::verify).map(Person::id).orElse("");
        return rooms.room(camera.camera())
                .filter(room ->
                        room.isBanned(person, tags.of(address), ChatRoles.of(policy, principal, camera.camera())))
                .isEmpty();
    }
}
