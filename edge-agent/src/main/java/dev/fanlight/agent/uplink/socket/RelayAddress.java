package dev.fanlight.agent.uplink.socket;

import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.identity.JoinLink;
import java.net.URI;
import java.time.Duration;

/**
 * Which relay, and how it is recognised. Immutable.
 *
 * @param relay {@code wss://HOST:PORT}
 * @param trust by what it is recognised
 * @param connectTimeout limit of one try, TLS and WebSocket included
 */
public record RelayAddress(URI relay, RelayTrust trust, Duration connectTimeout) {

    private static final int HTTPS_PORT = 443;

    /** The relay of a join link. */
    public static RelayAddress of(JoinLink link, Duration connectTimeout) {
        return new RelayAddress(link.relay(), RelayTrust.of(link.pin()), connectTimeout);
    }

    /** The relay that was joined. */
    public static RelayAddress of(DeviceIdentity identity, Duration connectTimeout) {
        return new RelayAddress(identity.relay(), RelayTrust.of(identity.pin()), connectTimeout);
    }

    /** Name or address, without the brackets of IPv6. */
    public String host() {
        String host = relay.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** 443 when the link names none. */
    public int port() {
        return relay.getPort() < 0 ? HTTPS_PORT : relay.getPort();
    }

    /** Whether the relay has an authority of its own, so that its key goes into signatures. */
    public boolean hasOwnAuthority() {
        return !(trust instanceof RelayTrust.PublicAuthorities);
    }
}
