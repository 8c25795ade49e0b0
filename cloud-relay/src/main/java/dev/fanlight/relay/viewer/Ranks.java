package dev.fanlight.relay.viewer;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.Rank;
import dev.fanlight.relay.access.AccessPolicy;
import dev.fanlight.relay.access.Action;
import dev.fanlight.relay.access.Principal;

/** What somebody’s rights make them in a chat, asked of the policy each time. Stateless, thread safe. */
final class Ranks {

    private Ranks() {}

    static Rank of(AccessPolicy policy, Principal principal, CameraName camera) {
        if (!policy.authorize(principal, Action.CHAT, camera)) {
            return Rank.WATCHER;
        }
        if (principal instanceof Principal.Owner) {
            return Rank.OWNER;
        }
        return policy.authorize(principal, Action.MODERATE, camera) ? Rank.MODERATOR : Rank.CHATTER;
    }
}
