package dev.fanlight.relay.testing;

import dev.fanlight.relay.config.LocalAdminFile;
import dev.fanlight.relay.config.RelayStateFolder;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Calls the relay by HTTP, as somebody who shows these headers. Immutable. */
public final class ApiCaller {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int TOO_MANY = 429;
    private static final int MAX_WAITS = 20;

    private final HttpClient client;
    private final String base;
    private final Map<String, String> headers;

    private ApiCaller(HttpClient client, String base, Map<String, String> headers) {
        this.client = client;
        this.base = base;
        this.headers = headers;
    }

    /** A caller on the relay’s computer, by its local listener. */
    public static ApiCaller host(Path state) {
        LocalAdminFile local = LocalAdminFile.read(RelayStateFolder.open(state)).orElseThrow();
        return new ApiCaller(HttpClient.newHttpClient(), "http://127.0.0.1:" + local.port(), Map.of("X-Fanlight", "1"))
                .with("Authorization", "Bearer " + local.token());
    }

    /** Anybody, by TLS. */
    public static ApiCaller anonymous(Path state, int port) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(RelayStateFolder.open(state).read("ca.crt").orElseThrow()))
                .build();
        return new ApiCaller(client, "https://localhost:" + port, Map.of("X-Fanlight", "1"));
    }

    private static SSLContext trusting(byte[] authority) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "relay",
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(authority)));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The same, with one header more or another value of it. */
    public ApiCaller with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiCaller(client, base, Map.copyOf(more));
    }

    public ApiCaller without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new ApiCaller(client, base, Map.copyOf(fewer));
    }

    /** Sends JSON, or nothing when there is no body. */
    public HttpResponse<String> call(String method, String path, String body) {
        return body.isEmpty()
                ? send(method, path, body)
                : with("Content-Type", "application/json").send(method, path, body);
    }

    /** Sends what it is told to, with the headers it has; waits as the relay asks when that was too fast, since a quick computer is. */
    public HttpResponse<String> send(String method, String path, String body) {
        HttpResponse<String> answer = sendOnce(method, path, body);
        for (int i = 0; i < MAX_WAITS && answer.statusCode() == TOO_MANY; i++) {
            long millis = new JsonObject(answer.body()).getLong("retry_after_ms");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis + 1));
            answer = sendOnce(method, path, body);
        }
        return answer;
    }

    private HttpResponse<String> sendOnce(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The cookie that an answer sets, as a browser would send it back. */
    public static String cookie(HttpResponse<String> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }
}
