package dev.fanlight.relay.tls;

import io.netty.util.NetUtil;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of a certificate (RFC 5280 subjectAltName; the subject itself does not count, RFC 9525). Immutable.
 *
 * @param all host names, perhaps beginning with {@code *.}, and addresses in digits
 */
public record CertificateNames(List<String> all) {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    /** Copies the list. */
    public CertificateNames {
        all = List.copyOf(all);
    }

    /** Those of a certificate. */
    static CertificateNames of(X509Certificate certificate) {
        try {
            @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return new CertificateNames(
                    names == null
                            ? List.of()
                            : names.stream()
                                    .filter(name -> name.get(0).equals(DNS)
                                            || name.get(0).equals(ADDRESS))
                                    .map(name -> String.valueOf(name.get(1)))
                                    .toList());
        } catch (CertificateParsingException e) {
            return new CertificateNames(List.of());
        }
    }

    /** Whether clients that dial {@code host}, a name or an address, are content. */
    public boolean cover(String host) {
        byte @Nullable [] address = NetUtil.createByteArrayFromIpAddressString(host);
        return all.stream()
                .anyMatch(name -> address == null
                        ? matches(name.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT))
                        : Arrays.equals(address, NetUtil.createByteArrayFromIpAddressString(name)));
    }

    private static boolean matches(String pattern, String host) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(pattern.substring(1));
    }
}
