package dev.fanlight.relay.tls;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.relay.config.RelayStateFolder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The relay’s private authority, whose key is pinned by join links and stays, and the certificate it serves, which is issued again when
 * the computer has a name that it lacks or its end is near; a name that went away does no harm, and networks come and go. Blocking, one
 * thread at a time.
 */
public final class RelayCertificates {

    /** A certificate that ends sooner than this is issued again. */
    static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private static final String AUTHORITY_KEY = "ca.key";
    private static final String AUTHORITY = "ca.crt";
    private static final String SERVER_KEY = "server.key";
    private static final String SERVER = "server.crt";

    private final RelayStateFolder folder;
    private final Clock clock;
    private final CertificateIssuer issuer;

    /** The certificates of {@code folder}. */
    public RelayCertificates(RelayStateFolder folder, SecureRandom random, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.issuer = new CertificateIssuer(random, clock);
    }

    /**
     * The authority as agents pin it.
     *
     * @param certificate self-signed
     * @param key for signing only
     */
    public record Authority(X509Certificate certificate, PrivateKey key) {

        /** The pin in join links. */
        public String pin() {
            return ServerKey.pinOf(certificate.getPublicKey());
        }

        @Override
        public String toString() {
            return "Authority[" + pin() + "]";
        }
    }

    /** The authority, made if there is none yet. */
    public Authority authority() {
        try {
            Optional<byte[]> key = folder.read(AUTHORITY_KEY);
            Optional<byte[]> certificate = folder.read(AUTHORITY);
            if (key.isPresent() && certificate.isPresent()) {
                return new Authority(Pem.certificate(certificate.get()), Pem.privateKey(key.get()));
            }
            KeyPair pair = issuer.newKey();
            X509Certificate fresh = issuer.authority(pair);
            folder.write(AUTHORITY_KEY, Pem.encode(pair.getPrivate()));
            folder.write(AUTHORITY, Pem.encode(fresh));
            return new Authority(fresh, pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    /** The certificate to serve under {@code names}, issued if there is none that fits. */
    public Identity server(LocalNames names) {
        Authority authority = authority();
        try {
            Optional<Identity> stored = stored(names, authority);
            return stored.isPresent() ? stored.get() : issue(names, authority);
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private Optional<Identity> stored(LocalNames names, Authority authority) throws GeneralSecurityException {
        Optional<byte[]> key = folder.read(SERVER_KEY);
        Optional<byte[]> pem = folder.read(SERVER);
        if (key.isEmpty() || pem.isEmpty()) {
            return Optional.empty();
        }
        X509Certificate certificate = Pem.certificate(pem.get());
        PrivateKey privateKey = Pem.privateKey(key.get());
        CertificateNames covered = CertificateNames.of(certificate);
        boolean namesAll = Stream.concat(names.names().stream(), names.addresses().stream())
                .allMatch(covered::cover);
        boolean endsSoon =
                certificate.getNotAfter().toInstant().isBefore(clock.instant().plus(RENEW_BEFORE));
        return endsSoon || !namesAll || !Identity.fits(privateKey, certificate)
                ? Optional.empty()
                : Optional.of(identity(privateKey, certificate, authority));
    }

    private Identity issue(LocalNames names, Authority authority) throws GeneralSecurityException {
        KeyPair pair = issuer.newKey();
        X509Certificate certificate = issuer.server(pair, names, authority.certificate(), authority.key());
        folder.write(SERVER_KEY, Pem.encode(pair.getPrivate()));
        folder.write(SERVER, Pem.encode(certificate));
        return identity(pair.getPrivate(), certificate, authority);
    }

    private static Identity identity(PrivateKey key, X509Certificate certificate, Authority authority)
            throws GeneralSecurityException {
        return Identity.of(key, List.of(certificate, authority.certificate()));
    }

    private UserException damaged(GeneralSecurityException e) {
        return new UserException(
                ExitCode.SETTINGS, "A key or certificate in the state folder " + folder + " is damaged.", e);
    }
}
