package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;
import java.util.List;

/**
 * Which proxies stand in front of a relay, and who else reaches it without TLS. Immutable.
 *
 * @param behind whether everybody comes through a proxy, which has TLS in the relay’s place
 * @param trusted whose word on a client’s address and scheme counts
 * @param plainAddress where the port without TLS is open, in digits
 * @param insecure whether that may be another address than loopback
 */
public record ProxyConfig(boolean behind, List<Subnet> trusted, String plainAddress, boolean insecure) {

    /** The port without TLS behind a proxy when nobody named one. */
    public static final int STANDARD_PORT = 8080;

    /** Copies the list. */
    public ProxyConfig {
        trusted = List.copyOf(trusted);
    }

    /** Takes it out of settings. */
    public static ProxyConfig of(Settings settings) {
        return new ProxyConfig(
                settings.get(RelaySettings.BEHIND_PROXY),
                settings.get(RelaySettings.TRUSTED_PROXIES),
                settings.get(RelaySettings.PLAIN_ADDRESS),
                settings.get(RelaySettings.INSECURE));
    }
}
