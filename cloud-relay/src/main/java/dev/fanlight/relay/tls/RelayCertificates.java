package dev.fanlight.relay.tls;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.relay.config.StateFolder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The relay’s private authority, whose key is pinned by join links and stays, and the certificate it serves, which is issued again when the
 * computer’s names changed or its end is near. Blocking; used once at the start.
 */
public final class RelayCertificates {

    /** A certificate that ends sooner than this is issued again. */
    static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private static final String AUTHORITY_KEY = "ca.key";
    private static final String AUTHORITY = "ca.crt";
    private static final String SERVER_KEY = "server.key";
    private static final String SERVER = "server.crt";
    private static final String SERVER_NAMES = "server.names";

    private final StateFolder folder;
    private final Clock clock;
    private final CertificateIssuer issuer;

    /** The certificates of {@code folder}. */
    public RelayCertificates(StateFolder folder, SecureRandom random, Clock clock) {
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

    /**
     * What is served.
     *
     * @param keyPem PKCS#8
     * @param chainPem the certificate, then its authority
     * @param serverKey as devices sign it
     */
    public record Identity(byte[] keyPem, byte[] chainPem, ServerKey serverKey) {}

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
        boolean sameNames = folder.read(SERVER_NAMES)
                .map(stored -> Arrays.equals(stored, text(names)))
                .orElse(false);
        if (key.isEmpty() || pem.isEmpty() || !sameNames) {
            return Optional.empty();
        }
        X509Certificate certificate = Pem.certificate(pem.get());
        boolean endsSoon =
                certificate.getNotAfter().toInstant().isBefore(clock.instant().plus(RENEW_BEFORE));
        return endsSoon ? Optional.empty() : Optional.of(identity(key.get(), certificate, authority));
    }

    private Identity issue(LocalNames names, Authority authority) throws GeneralSecurityException {
        KeyPair pair = issuer.newKey();
        X509Certificate certificate = issuer.server(pair, names, authority.certificate(), authority.key());
        folder.write(SERVER_KEY, Pem.encode(pair.getPrivate()));
        folder.write(SERVER, Pem.encode(certificate));
        folder.write(SERVER_NAMES, text(names));
        return identity(Pem.encode(pair.getPrivate()), certificate, authority);
    }

    private static Identity identity(byte[] keyPem, X509Certificate certificate, Authority authority)
            throws GeneralSecurityException {
        byte[] leaf = Pem.encode(certificate);
        byte[] root = Pem.encode(authority.certificate());
        byte[] chain = Arrays.copyOf(leaf, leaf.length + root.length);
        System.arraycopy(root, 0, chain, leaf.length, root.length);
        return new Identity(keyPem, chain, ServerKey.of(certificate.getPublicKey()));
    }

    private static byte[] text(LocalNames names) {
        return String.join("\n", List.of(String.join(" ", names.names()), String.join(" ", names.addresses())))
                .getBytes(StandardCharsets.UTF_8);
    }

    private UserException damaged(GeneralSecurityException e) {
        return new UserException(
                ExitCode.SETTINGS, "A key or certificate in the state folder " + folder + " is damaged.", e);
    }
}
