package dev.fanlight.relay.viewer;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.Rank;
import dev.fanlight.relay.access.AccessPolicy;
import dev.fanlight.relay.access.Action;
import dev.fanlight.relay.access.Principal;

/** What somebody may do in a chat, asked of the policy each time. Stateless, thread safe. */
final class Ranks {

    private Ranks() {}

    static Rank of(AccessPolicy policy, Principal principal, CameraName camera) {
        return policy.authorize(principal, Action.CHAT, camera) ? Rank.CHATTER : Rank.WATCHER;
    }
}
