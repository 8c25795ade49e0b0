package dev.fanlight.relay.admin.service;

import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.Principal.ByHost;
import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.auth.Principal.ByToken;
import dev.fanlight.relay.auth.Principal.Device;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.auth.Principal.Proof;

/**
 * Who did something, as the audit log says it. Immutable.
 *
 * @param text ids only
 */
public record Actor(String text) {

    /** The actor that a principal is. */
    public static Actor of(Principal principal) {
        if (principal instanceof Owner owner) {
            return new Actor(proof(owner.by()));
        }
        if (principal instanceof LinkHolder holder) {
            return new Actor("link:" + holder.link());
        }
        return new Actor(principal instanceof Device device ? "device:" + device.id() : "anybody");
    }

    private static String proof(Proof proof) {
        if (proof instanceof BySession session) {
            return "owner:" + session.id();
        }
        if (proof instanceof ByToken token) {
            return "token:" + token.id();
        }
        return proof instanceof ByHost ? "host" : "relay";
    }
}
