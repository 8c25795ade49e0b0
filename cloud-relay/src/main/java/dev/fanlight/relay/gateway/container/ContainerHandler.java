package dev.fanlight.relay.gateway.container;

import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.publication.ContainerEnd;
import dev.fanlight.relay.gateway.publication.ContainerFormat;
import dev.fanlight.relay.gateway.publication.ContainerPublication;
import dev.fanlight.relay.gateway.publication.ContainerServices;
import dev.fanlight.relay.gateway.publication.PublicationStart;
import dev.fanlight.relay.gateway.publication.PublicationStart.Refused;
import dev.fanlight.relay.gateway.publication.PublicationStart.Started;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.ingest.PublishCredentials.PublishKey;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.LimitedAction;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** Takes requests whose body is a container without an end. Event loop only, holds no state. */
final class ContainerHandler implements RouteHandler {

    private static final String BEARER = "Bearer ";
    private static final String CONTINUE = "100-continue";

    private final ContainerServices services;

    ContainerHandler(ContainerServices services) {
        this.services = services;
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        GatewayContext relay = services.relay();
        HttpServerRequest raw =
                watch.newestRequest(context.request().connection()).orElse(context.request());
        raw.pause();
        HttpPeer peer =
                new HttpPeer(relay.vertx(), raw, relay.timeouts().connections().close());
        AddressKey address = AddressKey.of(relay.clients().of(raw).address());
        Optional<Duration> wait = relay.limits().take(LimitedAction.REQUEST, address);
        if (wait.isPresent()) {
            relay.counters().increment(RelayCounter.ADDRESSES_LIMITED);
            refuse(raw, peer, new Refused(new ContainerEnd(429, "Too many requests. Try again later."), wait));
            return;
        }
        Optional<ContainerFormat> format = ContainerFormat.ofMediaType(
                Optional.ofNullable(raw.getHeader(HttpHeaders.CONTENT_TYPE)).orElse(""));
        if (format.isEmpty()) {
            peer.end(new ContainerEnd(
                    415, "Say what it is: Content-Type has to be one of " + ContainerFormat.mediaTypes() + "."));
            return;
        }
        if (raw.version() != HttpVersion.HTTP_1_1) {
            peer.end(new ContainerEnd(505, "A stream needs HTTP/1.1. Behind nginx, set proxy_http_version 1.1."));
            return;
        }
        PublishKey key = new PublishKey(Optional.of(context.pathParam("camera")), bearer(raw));
        new PublicationStart(services, peer, format.get(), "opus".equals(raw.getParam("sound")))
                .begin(key, address, result -> {
                    if (result instanceof Started started) {
                        read(raw, peer, watch, started.publication());
                    } else {
                        refuse(raw, peer, (Refused) result);
                    }
                });
    }

    private static void read(
            HttpServerRequest raw, HttpPeer peer, ConnectionWatch watch, ContainerPublication publication) {
        // Silence is watched by the publication; the connection counts among those of its address until it closes.
        Runnable unusedRelease = watch.endless(raw.connection());
        peer.onGone(publication::gone);
        raw.exceptionHandler(broken -> publication.gone());
        raw.handler(buffer -> publication.received(bytes(buffer)));
        raw.endHandler(end -> publication.complete());
        if (CONTINUE.equalsIgnoreCase(raw.getHeader(HttpHeaders.EXPECT))) {
            var unused = raw.response().writeContinue();
        }
        raw.resume();
    }

    private static void refuse(HttpServerRequest raw, HttpPeer peer, Refused refused) {
        refused.retryAfter()
                .ifPresent(wait -> raw.response()
                        .putHeader(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(wait.plusMillis(999).toSeconds())));
        peer.end(refused.end());
    }

    private static ByteBuffer bytes(Buffer buffer) {
        return ByteBuffer.wrap(buffer.getBytes());
    }

    private static String bearer(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .orElse("");
    }
}
