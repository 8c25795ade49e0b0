package dev.fanlight.agent.uplink.socket;

import dev.fanlight.identity.JoinLink;

/** How a relay is authenticated before anything is sent to it. Immutable. */
public sealed interface RelayTrust {

    /**
     * By the key of the relay’s own authority.
     *
     * @param pin 26 characters of base32, see {@link dev.fanlight.identity.ServerKey#pinOf}
     */
    record Pinned(String pin) implements RelayTrust {}

    /** By its name, in a certificate of an authority that this computer trusts. */
    record PublicAuthorities() implements RelayTrust {}

    /** Trust on first use: any relay with an authority of its own, which is pinned from then on. */
    record FirstUse() implements RelayTrust {}

    /** Of a link or a state file: a pin, or {@link JoinLink#WEBPKI}. */
    static RelayTrust of(String pin) {
        return pin.equals(JoinLink.WEBPKI) ? new PublicAuthorities() : new Pinned(pin);
    }
}
