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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The relay’s private authority, whose key is pinned by join links and stays, and the certificate it serves, which is issued again when
 * the computer has a name that it lacks or its end is near; a name that went away does no harm, and networks come and go. Blocking, one
 * thread at a time.
 */
public final class RelayCertificates {

    /** A certificate that ends sooner than this is issued again. */
    static final Duration RENEW_BEFORE = Duration.ofDays(30);

    /** An authority that ends sooner than this gets a new certificate for the same key: what it signs never outlives it, and pins stay. */
    static final Duration RENEW_AUTHORITY_BEFORE = Duration.ofDays(730);

    private static final Logger LOG = Logger.getLogger(RelayCertificates.class.getName());
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

        boolean signed(X509Certificate issued) {
            try {
                issued.verify(certificate.getPublicKey());
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        /** The pin in join links. */
        public String pin() {
            return ServerKey.pinOf(certificate.getPublicKey());
        }

        @Override
        public String toString() {
            return "Authority[" + pin() + "]";
        }
    }

    /**
     * The authority, made if there has never been one.
     *
     * @throws UserException when its key is gone or damaged: a new one would silently lock out every agent
     */
    public Authority authority() {
        try {
            Optional<byte[]> key = folder.read(AUTHORITY_KEY);
            Optional<byte[]> certificate = folder.read(AUTHORITY);
            if (key.isEmpty()) {
                refuseIfThereWasOne(certificate.isPresent());
                return make();
            }
            PrivateKey privateKey = Pem.privateKey(key.get());
            if (certificate.isEmpty()) {
                return certify(privateKey, "its certificate was missing");
            }
            return kept(privateKey, Pem.certificate(certificate.get()));
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private Authority kept(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        if (!Identity.fits(key, certificate)) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "In the state folder " + folder + ", " + AUTHORITY + " is not the certificate of the key in "
                            + AUTHORITY_KEY + ". Put both back from one backup.");
        }
        Instant end = certificate.getNotAfter().toInstant();
        return end.isBefore(clock.instant().plus(RENEW_AUTHORITY_BEFORE))
                ? certify(key, "its certificate ends on " + end)
                : new Authority(certificate, key);
    }

    private void refuseIfThereWasOne(boolean hasCertificate) {
        if (hasCertificate || folder.read(SERVER).isPresent()) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The key of the relay's certificate authority is missing: there is no " + AUTHORITY_KEY
                            + " in the state folder " + folder + ". Restore it from a backup. Or begin with a new"
                            + " authority, which every agent has to join again: remove " + AUTHORITY + ", " + SERVER
                            + " and " + SERVER_KEY + ".");
        }
    }

    private Authority make() throws GeneralSecurityException {
        KeyPair pair = issuer.newKey();
        X509Certificate fresh = issuer.authority(pair);
        folder.write(AUTHORITY_KEY, Pem.encode(pair.getPrivate()));
        folder.write(AUTHORITY, Pem.encode(fresh));
        return new Authority(fresh, pair.getPrivate());
    }

    /** A new certificate for the same key. One that cannot be written serves all the same, and is made again at the next start. */
    private Authority certify(PrivateKey key, String why) throws GeneralSecurityException {
        X509Certificate fresh = issuer.authority(new KeyPair(Pem.publicKeyOf(key), key));
        try {
            folder.write(AUTHORITY, Pem.encode(fresh));
            LOG.log(
                    Level.INFO,
                    "The authority has a new certificate for the same key, because {0}; the pin stays",
                    why);
        } catch (UserException e) {
            LOG.log(Level.WARNING, "The new certificate of the authority is not kept: {0}", e.getMessage());
        }
        return new Authority(fresh, key);
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
        return endsSoon || !namesAll || !Identity.fits(privateKey, certificate) || !authority.signed(certificate)
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
                ExitCode.SETTINGS,
                "A key or certificate in the state folder " + folder + " is damaged. Restore it from a backup.",
                e);
    }
}
