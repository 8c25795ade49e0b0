package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;
import java.net.URI;
import java.util.List;

/**
 * How certificates are ordered by ACME. Immutable.
 *
 * @param directory of the authority
 * @param email where it may write to, empty for nowhere
 * @param acceptTerms whether the owner accepts the authority’s terms
 * @param names more names for the certificate, besides the public host
 * @param httpPort where the authority’s checks arrive, 0 for any free port
 * @param trust PEM file with the authority of the directory’s own certificate, empty for the system’s
 */
public record AcmeConfig(
        URI directory, String email, boolean acceptTerms, List<String> names, int httpPort, String trust) {

    /** Copies the list. */
    public AcmeConfig {
        names = List.copyOf(names);
    }

    /** Takes it out of settings. */
    public static AcmeConfig of(Settings settings) {
        return new AcmeConfig(
                settings.get(RelaySettings.ACME_DIRECTORY),
                settings.get(RelaySettings.ACME_EMAIL),
                settings.get(RelaySettings.ACME_ACCEPT_TERMS),
                settings.get(RelaySettings.ACME_NAMES),
                settings.get(RelaySettings.ACME_HTTP_PORT),
                settings.get(RelaySettings.ACME_TRUST));
    }
}
