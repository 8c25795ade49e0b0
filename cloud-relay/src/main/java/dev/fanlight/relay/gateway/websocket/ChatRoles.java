package dev.fanlight.relay.gateway.websocket;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Action;
import dev.fanlight.relay.auth.Principal;

/** What somebody’s rights make them in a chat, asked of the policy each time. Stateless, thread safe. */
final class ChatRoles {

    private ChatRoles() {}

    static ChatRole of(AccessPolicy policy, Principal principal, CameraName camera) {
        if (!policy.authorize(principal, Action.CHAT, camera)) {
            return ChatRole.WATCHER;
        }
        if (principal instanceof Principal.Owner) {
            return ChatRole.OWNER;
        }
        return policy.authorize(principal, Action.MODERATE, camera) ? ChatRole.MODERATOR : ChatRole.CHATTER;
    }
}
