package dev.fanlight.relay.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/** An authority that is not the relay’s. */
public final class TestAuthority {

    private final SecureRandom random = new SecureRandom();
    private final KeyPair key;
    private final X509Certificate certificate;

    /** A new one. */
    public TestAuthority() throws GeneralSecurityException {
        CertificateIssuer issuer = new CertificateIssuer(random, Clock.systemUTC());
        key = issuer.newKey();
        certificate = issuer.authority(key);
    }

    /** How keys are written. */
    public enum Format {
        /** PRIVATE KEY. */
        PKCS8,
        /** RSA PRIVATE KEY or EC PRIVATE KEY. */
        TRADITIONAL
    }

    /** Its certificate. */
    public String pem() throws GeneralSecurityException {
        return new String(Pem.encode(certificate), java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** A key pair, {@code EC} or {@code RSA}. */
    public KeyPair newKey(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        } else {
            generator.initialize(2048, random);
        }
        return generator.generateKeyPair();
    }

    /** A chain for localhost and one more name, good for 397 days. */
    public String chain(KeyPair leaf, String name) throws GeneralSecurityException {
        return chain(leaf, name, Instant.now());
    }

    /** A chain that begins to be good about {@code from}. */
    public String chain(KeyPair leaf, String name, Instant from) throws GeneralSecurityException {
        LocalNames names = new LocalNames(List.of("localhost", name), List.of("127.0.0.1", "0:0:0:0:0:0:0:1"));
        X509Certificate issued = new CertificateIssuer(random, Clock.fixed(from, ZoneOffset.UTC))
                .server(leaf, names, certificate, key.getPrivate());
        return new String(Pem.encode(issued), java.nio.charset.StandardCharsets.US_ASCII) + pem();
    }

    /** The life of what it issues. */
    public static Duration life() {
        return CertificateIssuer.SERVER_LIFE;
    }

    /** A key as text. */
    public static String pem(KeyPair pair, Format format) throws IOException {
        PemObjectGenerator generator = new JcaPKCS8Generator(pair.getPrivate(), null);
        if (format == Format.TRADITIONAL) {
            generator = pair.getPrivate() instanceof ECPrivateKey ec
                    ? sec1(ec)
                    : new JcaMiscPEMGenerator(pair.getPrivate());
        }
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(generator);
        }
        return text.toString();
    }

    /** With its curve, as OpenSSL writes it. */
    private static PemObject sec1(ECPrivateKey key) throws IOException {
        return new PemObject(
                "EC PRIVATE KEY",
                new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS(), SECObjectIdentifiers.secp256r1)
                        .getEncoded());
    }

    /** Puts a file in its place as ACME clients do, all at once. */
    public static void replace(Path file, String content) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, content);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
