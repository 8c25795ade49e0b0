package dev.fanlight.relay.tls.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Optional;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;

/** The relay’s side where it begins. One handshake’s thread only. */
final class DtlsClient extends DefaultTlsClient {

    private final DtlsIdentity identity;
    private final SrtpExchange exchange;
    private Optional<SrtpKeyPair> keys = Optional.empty();

    DtlsClient(DtlsIdentity identity, SrtpExchange exchange) {
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
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
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
    public Hashtable getClientExtensions() throws IOException {
        return exchange.add(super.getClientExtensions());
    }

    @Override
    @SuppressWarnings("rawtypes") // The library’s.
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        exchange.choose(extensions);
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
                exchange.check(shown.getCertificate());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                return identity.credentials(context);
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        keys = Optional.of(exchange.keys(context, true));
    }
}
