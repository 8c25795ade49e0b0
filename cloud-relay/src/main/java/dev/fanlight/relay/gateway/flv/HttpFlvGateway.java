package dev.fanlight.relay.gateway.flv;

import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.route.AddedRoute;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Serves {@code /live/{camera}.flv} to who may watch the camera: as a response without an end, or over a WebSocket. */
final class HttpFlvGateway implements Gateway {

    /** The path of a camera’s stream. */
    static final String PATH = "/live/{camera}.flv";

    private final String name;
    private final FlvServices services;

    HttpFlvGateway(String name, GatewayContext relay) {
        this.name = name;
        this.services = new FlvServices(relay);
        relay.routes().add(new AddedRoute(HttpMethod.GET, PATH, new FlvHandler(services)));
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {}

    @Override
    public void prepareStop() {
        services.sessions().forEach(FlvSession::stop);
    }

    @Override
    public void stop(Duration limit) {
        services.sessions().forEach(FlvSession::stop);
    }

    @Override
    public List<CameraAddress> addresses() {
        return List.of(
                CameraAddress.ofPages(Use.WATCH, "HTTP-FLV", PATH + "?key={key}", "ffplay -fflags nobuffer \"{url}\""));
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("path", PATH, "viewers", services.sessions().size());
    }
}
