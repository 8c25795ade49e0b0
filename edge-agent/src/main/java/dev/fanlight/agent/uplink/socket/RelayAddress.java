package dev.fanlight.agent.uplink.socket;

import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.RelayUrl;
import java.time.Duration;

/**
 * Which relay, and how it is recognised. Immutable.
 *
 * @param relay where to connect
 * @param trust by what it is recognised
 * @param connectTimeout limit of one try, TLS and WebSocket included
 */
public record RelayAddress(RelayUrl relay, RelayTrust trust, Duration connectTimeout) {

    /** The relay of a join link. */
    public static RelayAddress of(JoinLink link, Duration connectTimeout) {
        return new RelayAddress(link.relay(), RelayTrust.of(link.pin()), connectTimeout);
    }

    /** The relay that was joined. */
    public static RelayAddress of(DeviceIdentity identity, Duration connectTimeout) {
        return new RelayAddress(identity.relay(), RelayTrust.of(identity.pin()), connectTimeout);
    }

    /** Whether the relay has an authority of its own, so that its key goes into signatures. */
    public boolean hasOwnAuthority() {
        return !(trust instanceof RelayTrust.PublicAuthorities);
    }
}
