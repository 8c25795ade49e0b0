package dev.fanlight.relay.tls.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;

/** The relay’s side where the peer begins. One handshake’s thread only. */
final class DtlsServer extends DefaultTlsServer {

    private final DtlsIdentity identity;
    private final SrtpExchange exchange;
    private Optional<SrtpKeyPair> keys = Optional.empty();

    DtlsServer(DtlsIdentity identity, SrtpExchange exchange) {
        super(identity.crypto());
        this.identity = identity;
        this.exchange = exchange;
    }

    /** The keys, once the handshake is over. */
    Optional<SrtpKeyPair> keys() {
        return keys;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
        };
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return DtlsHandshake.LIMIT_MILLIS;
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return DtlsHandshake.RESEND_MILLIS;
    }

    @Override
    @SuppressWarnings("rawtypes") // The library’s.
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        exchange.choose(extensions);
    }

    @Override
    @SuppressWarnings("rawtypes") // The library’s.
    public Hashtable getServerExtensions() throws IOException {
        return exchange.add(super.getServerExtensions());
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() {
        return identity.credentials(context);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // The library’s.
    public CertificateRequest getCertificateRequest() {
        Vector<SignatureAndHashAlgorithm> algorithms = new Vector<>(List.of(
                SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa),
                SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.rsa)));
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        return new CertificateRequest(types, algorithms, null);
    }

    @Override
    public void notifyClientCertificate(Certificate shown) throws IOException {
        exchange.check(shown);
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        keys = Optional.of(exchange.keys(context, false));
    }
}
