package dev.fanlight.relay.tls.dtls;

import dev.fanlight.protocol.sdp.CertificateFingerprint;
import dev.fanlight.relay.tls.KeyPairs;
import dev.fanlight.runtime.MediaClock;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * The certificate that the relay shows in DTLS. Nobody has to trust it: descriptions name its fingerprint. It is made anew at each start. Thread
 * safe.
 */
public final class DtlsIdentity {

    private static final Duration BACKDATED = Duration.ofDays(1);
    private static final Duration LIFE = Duration.ofDays(3_650);
    private static final int SERIAL_BITS = 120;
    private static final SignatureAndHashAlgorithm SIGNATURE =
            SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);

    private final BcTlsCrypto crypto;
    private final Certificate chain;
    private final AsymmetricKeyParameter key;
    private final CertificateFingerprint fingerprint;

    private DtlsIdentity(
            BcTlsCrypto crypto, Certificate chain, AsymmetricKeyParameter key, CertificateFingerprint fingerprint) {
        this.crypto = crypto;
        this.chain = chain;
        this.key = key;
        this.fingerprint = fingerprint;
    }

    /** Makes a new one. */
    public static DtlsIdentity create(SecureRandom random, MediaClock clock) {
        BcTlsCrypto crypto = new BcTlsCrypto(random);
        try {
            KeyPair pair = new KeyPairs(random).generate();
            byte[] encoded = certificate(pair, random, clock).getEncoded();
            Certificate chain = new Certificate(new TlsCertificate[] {new BcTlsCertificate(crypto, encoded)});
            AsymmetricKeyParameter key =
                    PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
            return new DtlsIdentity(crypto, chain, key, CertificateFingerprint.of(encoded));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a certificate for DTLS could not be made", e);
        }
    }

    /** What descriptions say of it. */
    public CertificateFingerprint fingerprint() {
        return fingerprint;
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    TlsCredentialedSigner credentials(TlsContext context) {
        return new BcDefaultTlsCredentialedSigner(new TlsCryptoParameters(context), crypto, key, chain, SIGNATURE);
    }

    private static X509CertificateHolder certificate(KeyPair pair, SecureRandom random, MediaClock clock)
            throws OperatorCreationException {
        Instant now = Instant.ofEpochMilli(clock.micros() / 1_000);
        X500Name name = new X500Name("CN=Fanlight");
        return new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                        Date.from(now.minus(BACKDATED)),
                        Date.from(now.plus(LIFE)),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    }
}
