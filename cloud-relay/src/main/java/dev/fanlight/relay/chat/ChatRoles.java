package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Action;
import dev.fanlight.relay.auth.Principal;

/** Derives roles in the chat from access rights, anew each time. Stateless, thread safe. */
public final class ChatRoles {

    private ChatRoles() {}

    /** The role of a principal in the chat of a camera. */
    public static ChatRole of(AccessPolicy policy, Principal principal, CameraName camera) {
        if (!policy.authorize(principal, Action.CHAT, camera)) {
            return ChatRole.WATCHER;
        }
        if (principal instanceof Principal.Owner) {
            return ChatRole.OWNER;
        }
        return policy.authorize(principal, Action.MODERATE, camera) ? ChatRole.MODERATOR : ChatRole.CHATTER;
    }
}
