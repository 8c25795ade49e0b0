package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;

/**
 * Which certificates a relay shows. Immutable.
 *
 * @param mode where they come from
 * @param certificate path of the PEM file with the chain, empty when none is named
 * @param key path of the PEM file with its key, empty when none is named
 * @param serverKey whose certificate agents see
 * @param acme how certificates are ordered
 */
public record CertificateConfig(
        TlsMode mode, String certificate, String key, ServerKeyMode serverKey, AcmeConfig acme) {

    /** Takes it out of settings. */
    public static CertificateConfig of(Settings settings) {
        return new CertificateConfig(
                settings.get(RelaySettings.TLS_MODE),
                settings.get(RelaySettings.TLS_CERTIFICATE),
                settings.get(RelaySettings.TLS_KEY),
                settings.get(RelaySettings.SERVER_KEY),
                AcmeConfig.of(settings));
    }

    /** Whether agents see a certificate that the system’s authorities vouch for, and so pin none. */
    public boolean isPublic() {
        return mode != TlsMode.OWN || serverKey == ServerKeyMode.WEBPKI;
    }
}
