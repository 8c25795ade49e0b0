package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;
import java.util.List;

/**
 * Which proxies stand in front of a relay. Immutable.
 *
 * @param trusted whose word on a client’s address and scheme counts
 */
public record ProxyConfig(List<Subnet> trusted) {

    /** Copies the list. */
    public ProxyConfig {
        trusted = List.copyOf(trusted);
    }

    /** Takes it out of settings. */
    public static ProxyConfig of(Settings settings) {
        return new ProxyConfig(settings.get(RelaySettings.TRUSTED_PROXIES));
    }
}
