package dev.fanlight.relay.webhook;

import dev.fanlight.relay.config.WebhookConfig;
import dev.fanlight.relay.outbound.TargetAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Posts to servers: to the address that was checked, by TLS to who has a certificate for the name. Follows no redirect, and reads nothing of
 * an answer but its status. Event loop only.
 */
final class WebhookClient {

    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final Duration limit;
    private final HttpClientAgent http;

    /**
     * Posts nothing yet.
     *
     * @param worker asks for the addresses of names
     * @param limit for one attempt as a whole
     * @param trust whose certificates are accepted; those of the Java runtime when it is empty
     */
    WebhookClient(Vertx vertx, WorkerExecutor worker, Duration limit, Optional<TrustOptions> trust) {
        this.vertx = vertx;
        this.worker = worker;
        this.limit = limit;
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setConnectTimeout((int) limit.toMillis());
        trust.ifPresent(options::setTrustOptions);
        this.http = vertx.createHttpClient(options);
    }

    /** The status of the answer; fails with an {@link IOException} whose message is for people. */
    Future<Integer> post(WebhookConfig target, Map<String, String> headers, Buffer body) {
        return worker.executeBlocking(() -> TargetAddress.find(target.host(), target.networks()), false)
                .compose(address -> http.request(options(target, address)))
                .compose(request -> send(request, headers, body))
                .recover(e -> Future.failedFuture(new IOException(sentence(e, target), e)));
    }

    void close() {
        var unused = http.close();
    }

    private Future<Integer> send(HttpClientRequest request, Map<String, String> headers, Buffer body) {
        headers.forEach(request::putHeader);
        long timer = vertx.setTimer(limit.toMillis(), late -> {
            var unused = request.reset();
        });
        return request.send(body)
                .map(response -> {
                    var unused = request.connection().close();
                    return response.statusCode();
                })
                .onComplete(done -> vertx.cancelTimer(timer));
    }

    private static RequestOptions options(WebhookConfig target, InetAddress address) {
        try {
            InetAddress named = InetAddress.getByAddress(target.host(), address.getAddress());
            String path =
                    target.url().getRawPath().isEmpty() ? "/" : target.url().getRawPath();
            String query =
                    target.url().getRawQuery() == null ? "" : "?" + target.url().getRawQuery();
            return new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(named, target.port())))
                    .setHost(target.host())
                    .setPort(target.port())
                    .setSsl(target.isSecure())
                    .setURI(path + query);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private static String sentence(Throwable e, WebhookConfig target) {
        if (e instanceof SSLException) {
            return "it has no valid certificate for " + target.host();
        }
        // Written by TargetAddress.
        boolean isOurs = e instanceof IOException && e.getClass().equals(IOException.class) && e.getMessage() != null;
        return isOurs ? String.valueOf(e.getMessage()) : "it cannot be connected to, or does not answer";
    }
}
