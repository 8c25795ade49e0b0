package dev.fanlight.relay.gateway.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** How many watch, in all and by each link. Knows as many links as there are viewers at most. Thread safe. */
final class ConcurrencyLimit {

    private final int max;

    @GuardedBy("this")
    private final Map<String, Integer> byLink = new HashMap<>();

    @GuardedBy("this")
    private int all;

    /** Nobody yet; at most {@code max} in all. */
    ConcurrencyLimit(int max) {
        this.max = max;
    }

    /** What became of somebody who came. */
    enum Outcome {
        /** Counted. */
        ROOM,
        /** The relay is full. */
        RELAY_FULL,
        /** As many watch by that link as it allows. */
        LINK_FULL
    }

    /** Counts somebody, if there is room. */
    synchronized Outcome came(Principal principal, OptionalInt maxByLink) {
        if (all >= max) {
            return Outcome.RELAY_FULL;
        }
        if (principal instanceof LinkHolder holder) {
            int here = byLink.getOrDefault(holder.link(), 0);
            if (here >= maxByLink.orElse(Integer.MAX_VALUE)) {
                return Outcome.LINK_FULL;
            }
            byLink.put(holder.link(), here + 1);
        }
        all++;
        return Outcome.ROOM;
    }

    /** Somebody who was counted is gone. */
    synchronized void left(Principal principal) {
        all--;
        if (principal instanceof LinkHolder holder) {
            byLink.computeIfPresent(holder.link(), (link, count) -> count > 1 ? count - 1 : null);
        }
    }
}
