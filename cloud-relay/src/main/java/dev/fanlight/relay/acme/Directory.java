package dev.fanlight.relay.acme;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/** How an authority is reached. Immutable. */
final class Directory {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

    private final URI uri;
    private final Optional<SSLContext> tls;

    private Directory(URI uri, Optional<SSLContext> tls) {
        this.uri = uri;
        this.tls = tls;
    }

    static Directory of(URI uri) {
        return new Directory(uri, Optional.empty());
    }

    /** A private authority, whose directory shows a certificate that comes from one in {@code trust}, a PEM file. */
    static Directory of(URI uri, Path trust) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var pem = Files.newInputStream(trust)) {
            int index = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("trust" + index++, certificate);
            }
        }
        if (store.size() == 0) {
            throw new GeneralSecurityException("holds no certificate");
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        return new Directory(uri, Optional.of(tls));
    }

    Session session() {
        Session session = tls.map(context -> new Session(uri, new PrivateProvider(context)))
                .orElseGet(() -> new Session(uri));
        session.networkSettings().setTimeout(ANSWER_LIMIT);
        return session;
    }

    /** An ACME provider with trust of its own. */
    private static final class PrivateProvider extends GenericAcmeProvider {

        private final SSLContext tls;

        PrivateProvider(SSLContext tls) {
            this.tls = tls;
        }

        @Override
        public HttpClient createHttpClient(NetworkSettings settings) {
            return HttpClient.newBuilder()
                    .connectTimeout(settings.getTimeout())
                    .sslContext(tls)
                    .build();
        }
    }
}
