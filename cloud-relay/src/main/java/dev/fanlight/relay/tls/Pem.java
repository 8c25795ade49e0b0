package dev.fanlight.relay.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Keys and certificates as text (RFC 7468). Reads keys as OpenSSL and ACME clients write them: PKCS#8, PKCS#1 and SEC1, with other things
 * around them. Stateless, thread safe. Failures are {@link GeneralSecurityException}s whose message goes on after the name of a file.
 */
final class Pem {

    /** Most certificates of a chain. */
    static final int MAX_CHAIN = 10;

    private static final String CURVE = "P-256";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static byte[] encode(PrivateKey key) {
        return encode("PRIVATE KEY", key.getEncoded());
    }

    static byte[] encode(X509Certificate certificate) throws CertificateException {
        return encode("CERTIFICATE", certificate.getEncoded());
    }

    static byte[] encode(PublicKey key) {
        return encode("PUBLIC KEY", key.getEncoded());
    }

    /** A P-256 key. */
    static PublicKey publicKey(byte[] pem) throws GeneralSecurityException {
        for (Object part : parts(pem)) {
            if (part instanceof SubjectPublicKeyInfo key) {
                return publicKey(key);
            }
        }
        throw new GeneralSecurityException("holds no public key");
    }

    static PrivateKey privateKey(byte[] pem) throws GeneralSecurityException {
        for (Object part : parts(pem)) {
            if (part instanceof PEMEncryptedKeyPair || part instanceof PKCS8EncryptedPrivateKeyInfo) {
                throw new GeneralSecurityException("is locked with a passphrase");
            }
            if (part instanceof PEMKeyPair pair) {
                return privateKey(pair.getPrivateKeyInfo());
            }
            if (part instanceof PrivateKeyInfo key) {
                return privateKey(key);
            }
        }
        throw new GeneralSecurityException("holds no private key");
    }

    static X509Certificate certificate(byte[] pem) throws GeneralSecurityException {
        return certificates(pem).get(0);
    }

    /** At least one certificate. */
    static List<X509Certificate> certificates(byte[] pem) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (Object part : parts(pem)) {
            if (part instanceof X509CertificateHolder holder) {
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded(holder))));
            }
        }
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("holds no certificate");
        }
        if (chain.size() > MAX_CHAIN) {
            throw new GeneralSecurityException("holds more than " + MAX_CHAIN + " certificates");
        }
        return chain;
    }

    private static PrivateKey privateKey(PrivateKeyInfo key) throws GeneralSecurityException {
        ASN1ObjectIdentifier algorithm = key.getPrivateKeyAlgorithm().getAlgorithm();
        boolean rsa = algorithm.equals(PKCSObjectIdentifiers.rsaEncryption);
        if (!rsa && !algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            throw new GeneralSecurityException("holds a key that is neither RSA nor EC");
        }
        try {
            return KeyFactory.getInstance(rsa ? "RSA" : "EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (IOException | InvalidKeySpecException e) {
            throw new GeneralSecurityException("holds a damaged key", e);
        }
    }

    /** The public half of a P-256 key. */
    static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
        if (!(key instanceof ECPrivateKey own)) {
            throw new GeneralSecurityException("holds no key of the kind that the relay makes");
        }
        ECPoint point =
                CustomNamedCurves.getByName(CURVE).getG().multiply(own.getS()).normalize();
        java.security.spec.ECPoint affine = new java.security.spec.ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(affine, own.getParams()));
    }

    private static PublicKey publicKey(SubjectPublicKeyInfo key) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (IOException e) {
            throw new GeneralSecurityException("holds a damaged key", e);
        }
    }

    private static List<Object> parts(byte[] pem) throws GeneralSecurityException {
        List<Object> parts = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(new String(pem, StandardCharsets.ISO_8859_1)))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                parts.add(part);
            }
            return parts;
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle reports some damaged input with unchecked exceptions.
            throw new GeneralSecurityException("is damaged", e);
        }
    }

    private static byte[] encoded(X509CertificateHolder holder) throws GeneralSecurityException {
        try {
            return holder.getEncoded();
        } catch (IOException e) {
            throw new GeneralSecurityException("holds a damaged certificate", e);
        }
    }

    private static byte[] encode(String label, byte[] der) {
        String text = "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
