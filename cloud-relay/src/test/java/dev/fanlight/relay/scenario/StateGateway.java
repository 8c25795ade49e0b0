package dev.fanlight.relay.scenario;

import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKind;
import dev.fanlight.relay.http.route.AddedRoute;
import dev.fanlight.relay.http.route.Responses;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.NetServer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A toy gateway: tells over HTTP whether a camera is live to those who may watch it, and over a port of its own how often it was asked. */
final class StateGateway implements Gateway {

    private static final Setting<Integer> PORT =
            new Setting<>("port", "0", ValueParser.integer(0, 65_535), "Port of the counter; 0 takes any free one.");

    /** As the settings name it. */
    static final GatewayKind KIND = new GatewayKind() {
        @Override
        public String type() {
            return "state";
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of(PORT);
        }

        @Override
        public GatewayFactory configured(String name, Settings settings) {
            return context -> new StateGateway(name, settings.get(PORT), context);
        }
    };

    private final String name;
    private final int port;
    private final GatewayContext context;
    private final NetServer counter;
    private final AtomicInteger asked = new AtomicInteger();

    StateGateway(String name, int port, GatewayContext context) {
        this.name = name;
        this.port = port;
        this.context = context;
        this.counter = context.vertx().createNetServer();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        context.routes().add(new AddedRoute(HttpMethod.GET, "/state/{camera}", (request, watch) -> answer(request)));
        counter.connectHandler(socket -> socket.end(Buffer.buffer(asked + "\n")))
                .listen(port, "127.0.0.1")
                .await();
    }

    @Override
    public void stop(Duration limit) {
        try {
            counter.close().await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the counter was not closed in time", e);
        }
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("port", counter.actualPort(), "asked", asked.get());
    }

    private void answer(RoutingContext request) {
        asked.incrementAndGet();
        String camera = request.pathParam("camera");
        Credentials shown =
                Credentials.NONE.withKey(Optional.ofNullable(request.request().getParam("key")));
        AddressKey address =
                AddressKey.of(context.clients().of(request.request()).address());
        context.worker()
                .executeBlocking(() -> context.watchGate().admit(camera, shown, address), false)
                .onSuccess(admission -> answer(request, admission))
                .onFailure(request::fail);
    }

    private void answer(RoutingContext request, WatchGate.Admission admission) {
        if (!(admission instanceof WatchGate.Admitted admitted)) {
            Responses.notFound(request);
            return;
        }
        try (admitted) {
            boolean online = context.streams()
                    .open(admitted.camera(), admitted.access().pause())
                    .filter(LiveStream::isOnline)
                    .isPresent();
            Responses.finish(request, Buffer.buffer(online ? "online\n" : "offline\n"));
        }
    }
}
