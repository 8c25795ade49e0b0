package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;

/**
 * Which certificates a relay shows. Immutable.
 *
 * @param serverKey whose certificate agents see
 */
public record CertificateConfig(ServerKeyMode serverKey) {

    /** Takes it out of settings. */
    public static CertificateConfig of(Settings settings) {
        return new CertificateConfig(settings.get(RelaySettings.SERVER_KEY));
    }
}
