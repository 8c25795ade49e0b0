package dev.fanlight.relay.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes P-256 keys and X.509 certificates (RFC 5280). Thread safe. */
final class CertificateIssuer {

    /** Life of an authority: ten years. */
    static final Duration AUTHORITY_LIFE = Duration.ofDays(3652);

    /** Life of a server’s certificate: the most that browsers take. */
    static final Duration SERVER_LIFE = Duration.ofDays(397);

    /** Certificates are good from a little earlier, for clocks that are behind. */
    private static final Duration BACKDATED = Duration.ofHours(1);

    private static final int SERIAL_BITS = 120;

    private final SecureRandom random;
    private final Clock clock;

    CertificateIssuer(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    KeyPair newKey() throws GeneralSecurityException {
        return new KeyPairs(random).generate();
    }

    X509Certificate authority(KeyPair key) throws GeneralSecurityException {
        X500Name name = new X500Name("CN=Fanlight relay authority");
        try {
            X509v3CertificateBuilder builder = builder(name, name, key, AUTHORITY_LIFE)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
            return sign(builder, key.getPrivate());
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    X509Certificate server(KeyPair key, LocalNames names, X509Certificate authority, PrivateKey authorityKey)
            throws GeneralSecurityException {
        X500Name issuer =
                X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
        X500Name subject = new X500Name("CN=Fanlight relay");
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        try {
            X509v3CertificateBuilder builder = builder(issuer, subject, key, SERVER_LIFE)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            ids.createAuthorityKeyIdentifier(authority.getPublicKey()))
                    .addExtension(Extension.subjectAlternativeName, false, alternativeNames(names));
            return sign(builder, authorityKey);
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair key, Duration life) {
        Instant from = clock.instant().minus(BACKDATED);
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(from),
                Date.from(from.plus(life)),
                subject,
                key.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static GeneralNames alternativeNames(LocalNames names) {
        Stream<GeneralName> hosts = names.names().stream().map(name -> new GeneralName(GeneralName.dNSName, name));
        Stream<GeneralName> addresses =
                names.addresses().stream().map(address -> new GeneralName(GeneralName.iPAddress, address));
        return new GeneralNames(Stream.concat(hosts, addresses).toArray(GeneralName[]::new));
    }
}
