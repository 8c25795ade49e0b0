package dev.fanlight.relay.gateway.hls;

import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.route.AddedRoute;
import io.vertx.core.http.HttpMethod;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Serves {@code /live/{camera}.m3u8} to who may watch the camera, and what its playlists name. */
public final class HlsGateway implements Gateway {

    /** The path of a camera’s multivariant playlist. */
    public static final String PATH = "/live/{camera}.m3u8";

    private static final String FILES = "/live/hls/{session}/{file}";

    private final String name;
    private final HlsSessions sessions;

    /** A gateway that serves nobody yet; its paths are there once the relay listens. */
    public HlsGateway(String name, HlsConfig config, HlsTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.sessions = new HlsSessions(relay, config, timeouts, new SecureRandom());
        relay.routes().add(new AddedRoute(HttpMethod.GET, PATH, new EntryHandler(sessions)));
        relay.routes().add(new AddedRoute(HttpMethod.GET, FILES, new MediaHandler(sessions)));
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {}

    @Override
    public void prepareStop() {
        sessions.endAll();
    }

    @Override
    public void stop(Duration limit) {
        sessions.endAll();
    }

    @Override
    public List<CameraAddress> addresses() {
        return List.of(CameraAddress.ofPages(Use.WATCH, "HLS", PATH + "?key={key}", "ffplay \"{url}\""));
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of(
                "path",
                PATH,
                "viewers",
                sessions.size(),
                "muxers",
                sessions.muxers(),
                "waiting_requests",
                sessions.places().taken());
    }
}
