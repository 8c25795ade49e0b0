package dev.fanlight.relay.outbound;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Posts to servers: to the address that was checked, by TLS to who has a certificate for the name. Follows no redirect, and reads nothing of
 * an answer but its status. Event loop only.
 */
public final class PostClient {

    private final WorkerExecutor worker;
    private final Duration limit;
    private final HttpClientAgent http;

    /**
     * Posts nothing yet.
     *
     * @param worker asks for the addresses of names
     * @param limit for one attempt, from when the address is known
     * @param trust whose certificates are accepted; those of the Java runtime when it is empty
     */
    public PostClient(Vertx vertx, WorkerExecutor worker, Duration limit, Optional<TrustOptions> trust) {
        this.worker = worker;
        this.limit = limit;
        HttpClientOptions options =
                new HttpClientOptions().setVerifyHost(true).setConnectTimeout((int) limit.toMillis());
        trust.ifPresent(options::setTrustOptions);
        this.http = vertx.createHttpClient(options);
    }

    /** The status of the answer; fails with an {@link IOException} whose message is for people. */
    public Future<Integer> post(PostTarget target, Map<String, String> headers, Buffer body) {
        return worker.executeBlocking(() -> find(target), false)
                .compose(address -> post(target, address, headers, body));
    }

    /** Posts to the server at an address that was checked, whatever its name leads to by now. */
    Future<Integer> post(PostTarget target, InetAddress address, Map<String, String> headers, Buffer body) {
        // Not by the client’s pool, which may report its own end in place of what the server’s certificate lacks.
        Future<HttpClientConnection> connection = http.connect(server(target, address));
        return connection
                .compose(opened -> opened.request(request(target, headers)))
                .compose(request -> request.send(body))
                .map(HttpClientResponse::statusCode)
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(done -> connection.onSuccess(PostClient::disconnect))
                .recover(e -> Future.failedFuture(new IOException(sentence(e, target), e)));
    }

    /** Ends what is being posted. */
    public void close() {
        var unused = http.close();
    }

    private static void disconnect(HttpClientConnection connection) {
        var unused = connection.close();
    }

    /** What is not encrypted is sent into the named networks only. Blocking. */
    private static InetAddress find(PostTarget target) throws IOException {
        InetAddress address = TargetAddress.find(target.host(), target.networks());
        if (!target.isSecure() && target.networks().stream().noneMatch(network -> network.contains(address))) {
            throw new IOException(target.host() + " is not in \"networks\", and elsewhere https:// is needed");
        }
        return address;
    }

    private static HttpConnectOptions server(PostTarget target, InetAddress address) {
        try {
            InetAddress named = InetAddress.getByAddress(target.host(), address.getAddress());
            return new HttpConnectOptions()
                    .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(named, target.port())))
                    .setHost(target.host())
                    .setPort(target.port())
                    .setSsl(target.isSecure());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private static RequestOptions request(PostTarget target, Map<String, String> headers) {
        String path = target.url().getRawPath();
        String query =
                target.url().getRawQuery() == null ? "" : "?" + target.url().getRawQuery();
        RequestOptions request =
                new RequestOptions().setMethod(HttpMethod.POST).setURI((path.isEmpty() ? "/" : path) + query);
        headers.forEach(request::putHeader);
        return request;
    }

    private static String sentence(Throwable e, PostTarget target) {
        return isOfCertificate(e)
                ? "it has no valid certificate for " + target.host()
                : "it cannot be connected to, or does not answer";
    }

    /** TLS also fails for other reasons, such as that a server does not speak it. */
    private static boolean isOfCertificate(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }
}
