package dev.fanlight.relay.tls.dtls;

import dev.fanlight.media.srtp.SrtpKeys;
import dev.fanlight.media.srtp.SrtpProfile;
import dev.fanlight.protocol.sdp.CertificateFingerprint;
import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/** What both roles do alike: agree on a profile, check the certificate, derive the keys. One handshake’s thread only. */
final class SrtpExchange {

    private final CertificateFingerprint expected;
    private Optional<SrtpProfile> profile = Optional.empty();

    /** Of a peer whose description names the certificate {@code expected}. */
    SrtpExchange(CertificateFingerprint expected) {
        this.expected = expected;
    }

    /**
     * Chooses among what the client offers, or reads what the server has chosen.
     *
     * @throws TlsFatalAlert when there is no profile in common
     */
    @SuppressWarnings("rawtypes") // The library’s.
    void choose(@Nullable Hashtable extensions) throws IOException {
        UseSRTPData offered = extensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(extensions);
        if (offered != null) {
            for (SrtpProfile known : SrtpProfile.values()) {
                boolean isOffered =
                        Arrays.stream(offered.getProtectionProfiles()).anyMatch(id -> id == known.id());
                profile = profile.or(() -> isOffered ? Optional.of(known) : Optional.empty());
            }
        }
        chosen();
    }

    /** Adds profiles to what is sent: all to an offer, the chosen one to an answer. */
    @SuppressWarnings("rawtypes") // The library’s.
    Hashtable add(@Nullable Hashtable extensions) throws IOException {
        int[] ids = profile.isPresent()
                ? new int[] {profile.get().id()}
                : Arrays.stream(SrtpProfile.values()).mapToInt(SrtpProfile::id).toArray();
        Hashtable all = TlsExtensionsUtils.ensureExtensionsInitialised(extensions);
        TlsSRTPUtils.addUseSRTPExtension(all, new UseSRTPData(ids, TlsUtils.EMPTY_BYTES));
        return all;
    }

    /**
     * Checks the peer’s certificate.
     *
     * @throws TlsFatalAlert when it is not the one of the description
     */
    void check(@Nullable Certificate shown) throws IOException {
        if (shown == null
                || shown.isEmpty()
                || !expected.fits(shown.getCertificateAt(0).getEncoded())) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "the certificate is not that of the description");
        }
    }

    /** The keys of both directions (RFC 5764 §4.2), which need an extended master secret. */
    SrtpKeyPair keys(TlsContext context, boolean isClient) throws IOException {
        SrtpProfile its = chosen();
        int key = SrtpProfile.KEY_BYTES;
        int salt = its.saltBytes();
        byte[] material = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (key + salt));
        SrtpKeys client = new SrtpKeys(
                its, Arrays.copyOfRange(material, 0, key), Arrays.copyOfRange(material, 2 * key, 2 * key + salt));
        SrtpKeys server = new SrtpKeys(
                its,
                Arrays.copyOfRange(material, key, 2 * key),
                Arrays.copyOfRange(material, 2 * key + salt, material.length));
        return isClient ? new SrtpKeyPair(client, server) : new SrtpKeyPair(server, client);
    }

    private SrtpProfile chosen() throws IOException {
        return profile.orElseThrow(
                () -> new TlsFatalAlert(AlertDescription.handshake_failure, "there is no profile of SRTP in common"));
    }
}
