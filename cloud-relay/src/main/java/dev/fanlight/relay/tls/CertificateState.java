package dev.fanlight.relay.tls;

import dev.fanlight.relay.config.TlsMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an owner wants to know about the certificate that is served. Immutable.
 *
 * @param mode where it should come from; with {@link TlsMode#ACME} the relay’s own is served until the first one arrives
 * @param issuer who issued it, as a distinguished name
 * @param names host names and addresses that it stands for
 * @param notAfter the end of its life
 * @param lastError a sentence about what keeps a newer one from being served, until that is mended
 */
public record CertificateState(
        TlsMode mode, String issuer, List<String> names, Instant notAfter, Optional<String> lastError) {

    /** Copies the list. */
    public CertificateState {
        names = List.copyOf(names);
    }
}
