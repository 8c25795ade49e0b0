package dev.fanlight.relay.tls;

import dev.fanlight.identity.ServerKey;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A certificate with its key, ready to be served. Immutable; the arrays are never modified.
 *
 * @param keyPem PKCS#8
 * @param chainPem the certificate, then its authorities
 * @param leaf the certificate
 */
public record Identity(byte[] keyPem, byte[] chainPem, X509Certificate leaf) {

    /**
     * Makes one from a certificate chain and its key.
     *
     * @param chain the certificate, then its authorities
     * @throws GeneralSecurityException whose message goes on after the name of the key’s file, when it is not the certificate’s
     */
    public static Identity of(PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException {
        X509Certificate leaf = chain.get(0);
        if (!fits(key, leaf)) {
            throw new GeneralSecurityException("holds another key than that of the certificate");
        }
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        for (X509Certificate certificate : chain) {
            pem.writeBytes(Pem.encode(certificate));
        }
        return new Identity(Pem.encode(key), pem.toByteArray(), leaf);
    }

    /** One that {@link #pem} wrote. */
    public static Identity parse(byte[] pem) throws GeneralSecurityException {
        return of(Pem.privateKey(pem), Pem.certificates(pem));
    }

    /** Key and chain in one file. */
    public byte[] pem() {
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        pem.writeBytes(keyPem);
        pem.writeBytes(chainPem);
        return pem.toByteArray();
    }

    /** The certificate’s key as devices sign it. */
    public ServerKey serverKey() {
        return ServerKey.of(leaf.getPublicKey());
    }

    /** The end of its life. */
    public Instant notAfter() {
        return leaf.getNotAfter().toInstant();
    }

    /** From its beginning to its end. */
    public Duration life() {
        return Duration.between(leaf.getNotBefore().toInstant(), notAfter());
    }

    /** Host names and addresses that it stands for. */
    public CertificateNames names() {
        return CertificateNames.of(leaf);
    }

    /** As a listener takes it. */
    public PemKeyCertOptions options() {
        return new PemKeyCertOptions().addKeyValue(Buffer.buffer(keyPem)).addCertValue(Buffer.buffer(chainPem));
    }

    /** Whether clients see no difference to the other one. */
    boolean isSameAs(Identity other) {
        return Arrays.equals(keyPem, other.keyPem) && Arrays.equals(chainPem, other.chainPem);
    }

    @Override
    public String toString() {
        return "Identity[" + serverKey().text() + ", until " + notAfter() + "]";
    }

    static boolean fits(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        Signature signature =
                Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
        byte[] sample = {1, 2, 3};
        signature.initSign(key);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(sample);
        return signature.verify(signed);
    }
}
