package dev.fanlight.relay.gateway.push;

import dev.fanlight.protocol.sdp.SdpLimits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Asks targets by WHIP (RFC 9725 §4): at the address that was checked, in TLS who has a certificate for the name, and without following them elsewhere.
 * Thread safe.
 */
final class WhipClient {

    private static final String MEDIA_TYPE = "application/sdp";
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int MAX_SENTENCE = 100;

    private final HttpClient client;
    private final Duration limit;

    /**
     * Asks nobody yet.
     *
     * @param limit for an answer
     * @param trust whose certificates are accepted; those of the Java runtime when it is empty
     */
    WhipClient(Vertx vertx, Duration limit, Optional<TrustOptions> trust) {
        this.limit = limit;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) limit.toMillis())
                .setKeepAlive(false)
                .setVerifyHost(true);
        trust.ifPresent(options::setTrustOptions);
        this.client = vertx.createHttpClient(options);
    }

    /**
     * What a target answers to an offer.
     *
     * @param description its own
     * @param session path by which the session is ended, if it is at the same server
     */
    record Answer(String description, Optional<String> session) {}

    /** Sends an offer; fails with a sentence for people. */
    Future<Answer> offer(PushTarget target, InetAddress address, String token, String description) {
        String path = "/" + target.app();
        return request(HttpMethod.POST, target, address, path, token)
                .compose(options -> client.request(options))
                .compose(
                        request -> request.putHeader("Content-Type", MEDIA_TYPE).send(description))
                .compose(response -> body(response).map(body -> new Received(response, body)))
                .recover(e -> Future.failedFuture(new IOException(sentence(e, target), e)))
                .compose(received -> answer(target, path, received));
    }

    /** Ends a session, without waiting for it. */
    void end(PushTarget target, InetAddress address, String token, String session) {
        var unused = request(HttpMethod.DELETE, target, address, session, token)
                .compose(options -> client.request(options))
                .compose(request -> request.send());
    }

    void close() {
        var unused = client.close();
    }

    private record Received(HttpClientResponse response, String body) {}

    private Future<RequestOptions> request(
            HttpMethod method, PushTarget target, InetAddress address, String path, String token) {
        try {
            InetAddress named = InetAddress.getByAddress(target.host(), address.getAddress());
            return Future.succeededFuture(new RequestOptions()
                    .setMethod(method)
                    .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(named, target.port())))
                    .setHost(target.host())
                    .setPort(target.port())
                    .setSsl(target.secure())
                    .setURI(path)
                    .setFollowRedirects(false)
                    .setTimeout(limit.toMillis())
                    .putHeader("Authorization", "Bearer " + token));
        } catch (UnknownHostException e) {
            return Future.failedFuture(e);
        }
    }

    private static Future<String> body(HttpClientResponse response) {
        Promise<String> done = Promise.promise();
        Buffer all = Buffer.buffer();
        response.handler(piece -> {
            if (all.length() + piece.length() <= SdpLimits.MAX_BYTES) {
                all.appendBuffer(piece);
            } else {
                done.tryFail(new IOException("its answer is too large"));
                response.request().reset();
            }
        });
        response.exceptionHandler(done::tryFail);
        response.endHandler(end -> done.tryComplete(all.toString(StandardCharsets.UTF_8)));
        return done.future();
    }

    private static Future<Answer> answer(PushTarget target, String path, Received received) {
        int status = received.response().statusCode();
        if (status != CREATED) {
            return Future.failedFuture(new IOException(refusal(status, received.body())));
        }
        Optional<String> session =
                Optional.ofNullable(received.response().getHeader("Location")).flatMap(to -> session(target, path, to));
        return Future.succeededFuture(new Answer(received.body(), session));
    }

    /** Its own sentence is shown as far as it is one: a line of visible characters. */
    private static String refusal(int status, String body) {
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return "the target refuses the key";
        }
        String line = body.strip().lines().findFirst().orElse("");
        boolean readable = !line.isEmpty()
                && line.length() <= MAX_SENTENCE
                && line.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '<' && c != '{');
        return "the target answers " + status + (readable ? ": " + line : "");
    }

    private static Optional<String> session(PushTarget target, String path, String location) {
        try {
            URI base = new URI("http", null, target.host(), target.port(), path, null, null);
            URI resolved = base.resolve(location);
            boolean same = target.host()
                    .equalsIgnoreCase(String.valueOf(resolved.getHost()).replaceAll("[\\[\\]]", ""));
            return same && resolved.getRawPath() != null ? Optional.of(resolved.getRawPath()) : Optional.empty();
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String sentence(Throwable e, PushTarget target) {
        if (e instanceof SSLException) {
            return "it has no valid certificate for " + target.host();
        }
        return e instanceof IOException && "its answer is too large".equals(e.getMessage())
                ? "its answer is too large"
                : "it cannot be connected to";
    }
}
