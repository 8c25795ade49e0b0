package dev.fanlight.relay.gateway.still;

import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.route.AddedRoute;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Serves {@code /c/{camera}/snapshot.jpg} and {@code /c/{camera}/stream.mjpeg} to who may watch the camera. */
final class StillGateway implements Gateway {

    /** The path of a camera’s newest still. */
    static final String SNAPSHOT = "/c/{camera}/snapshot.jpg";

    /** The path of a camera’s motion JPEG. */
    static final String STREAM = "/c/{camera}/stream.mjpeg";

    /** The path of the last still of a camera that its owner has previewed. */
    static final String PREVIEW = "/c/{camera}/preview.jpg";

    private final String name;
    private final StillServices services;

    StillGateway(String name, StillConfig config, StillTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.services = new StillServices(relay, config, timeouts);
        relay.streams().onOpen(services::follow);
        relay.routes().add(new AddedRoute(HttpMethod.GET, SNAPSHOT, new SnapshotHandler(services)));
        relay.routes().add(new AddedRoute(HttpMethod.GET, STREAM, new MjpegHandler(services)));
        PreviewHandler previews = new PreviewHandler(services);
        relay.routes().add(new AddedRoute(HttpMethod.GET, PREVIEW, previews));
        relay.routes().preview(previews);
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
        services.sessions().forEach(MjpegSession::stop);
    }

    @Override
    public void stop(Duration limit) {
        services.close();
    }

    @Override
    public List<CameraAddress> addresses() {
        return List.of(
                CameraAddress.ofPages(Use.WATCH, "JPEG", SNAPSHOT + "?key={key}", "curl \"{url}\" > still.jpg"),
                CameraAddress.ofPages(Use.WATCH, "Motion JPEG", STREAM + "?key={key}", "ffplay -f mpjpeg \"{url}\""));
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of(
                "paths",
                SNAPSHOT + ", " + STREAM,
                "viewers",
                services.sessions().size(),
                "cameras",
                services.memory().cameras());
    }
}
