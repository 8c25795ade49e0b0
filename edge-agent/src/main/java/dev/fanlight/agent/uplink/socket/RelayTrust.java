package dev.fanlight.agent.uplink.socket;

import dev.fanlight.identity.JoinLink;

/** By what a relay is recognised, before anything is said to it. Immutable. */
public sealed interface RelayTrust {

    /**
     * By the key of its own authority.
     *
     * @param pin 26 characters of base32, see {@link dev.fanlight.identity.ServerKey#pinOf}
     */
    record Pinned(String pin) implements RelayTrust {}

    /** By its name, for which an authority vouches that this computer trusts. */
    record PublicAuthorities() implements RelayTrust {}

    /** Not at all: whoever answers with an authority of their own is believed, and pinned from then on. */
    record FirstUse() implements RelayTrust {}

    /** What a link or a state file says: a pin, or {@link JoinLink#WEBPKI}. */
    static RelayTrust of(String pin) {
        return pin.equals(JoinLink.WEBPKI) ? new PublicAuthorities() : new Pinned(pin);
    }
}
