package dev.fanlight.relay.gateway.container;

import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.publication.ContainerServices;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.http.route.AddedRoute;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Takes containers at {@code /in/{camera}}, by POST or PUT with a publish key. */
public final class ContainerGateway implements Gateway {

    /** The path of a camera. */
    static final String PATH = "/in/{camera}";

    private final String name;
    private final ContainerServices services;

    /**
     * A gateway that needs FFmpeg from its start on.
     *
     * @param name that the owner gave it
     */
    public ContainerGateway(String name, ContainerTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.services = ContainerServices.of(relay, timeouts);
        ContainerHandler handler = new ContainerHandler(services);
        relay.routes().add(new AddedRoute(HttpMethod.POST, PATH, handler));
        relay.routes().add(new AddedRoute(HttpMethod.PUT, PATH, handler));
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {
        services.relay().children().require();
    }

    @Override
    public void prepareStop() {
        services.stop();
    }

    @Override
    public void stop(Duration limit) {
        services.stop();
    }

    @Override
    public List<CameraAddress> addresses() {
        return List.of(CameraAddress.ofPages(
                Use.PUBLISH,
                "Container over HTTPS",
                PATH,
                "ffmpeg -re -i FILE -c copy -f mpegts -method POST -content_type video/mp2t"
                        + " -headers $'Authorization: Bearer {key}\\r\\n' \"{url}\""));
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("path", PATH, "publishers", services.active().size());
    }
}
