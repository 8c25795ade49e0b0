package dev.fanlight.relay.gateway.webrtc;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.sdp.IceCandidate;
import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.route.AddedRoute;
import dev.fanlight.relay.webrtc.RtcEndpoint;
import dev.fanlight.relay.webrtc.sending.SentMemory;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves players by WHEP at {@code /c/CAMERA/whep}, and takes publishers by WHIP at {@code /c/CAMERA/whip}. */
public final class WebRtcGateway implements Gateway {

    /** Where players send their offers. */
    static final String WHEP = "/c/{camera}/whep";

    /** What a player’s offer has made. */
    static final String WHEP_SESSION = WHEP + "/{session}";

    /** Where publishers send their offers. */
    static final String WHIP = "/c/{camera}/whip";

    /** What a publisher’s offer has made. */
    static final String WHIP_SESSION = WHIP + "/{session}";

    private final String name;
    private final WebRtcConfig config;
    private final WebRtcTimeouts timeouts;
    private final GatewayContext relay;
    private volatile Optional<WebRtcServices> services = Optional.empty();

    /**
     * A gateway that opens its port at the start.
     *
     * @param name that the owner gave it
     */
    public WebRtcGateway(String name, WebRtcConfig config, WebRtcTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.config = config;
        this.timeouts = timeouts;
        this.relay = relay;
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {
        RtcEndpoint endpoint = endpoint();
        SecureRandom random = new SecureRandom();
        WebRtcServices opened = new WebRtcServices(
                relay,
                timeouts,
                endpoint,
                candidates(endpoint.port()),
                new RtcSessions(random),
                new SentMemory(SentMemory.MAX_BYTES),
                random);
        services = Optional.of(opened);
        relay.routes().add(new AddedRoute(HttpMethod.POST, WHEP, new WhepHandler(opened)));
        addFurther(opened, WHEP, WHEP_SESSION);
        relay.routes().add(new AddedRoute(HttpMethod.POST, WHIP, new WhipHandler(opened)));
        addFurther(opened, WHIP, WHIP_SESSION);
    }

    @Override
    public void prepareStop() {
        services.ifPresent(opened -> opened.sessions().stopAll());
    }

    @Override
    public void stop(Duration limit) {
        prepareStop();
        services.ifPresent(opened -> opened.endpoint().close(limit));
    }

    @Override
    public List<CameraAddress> addresses() {
        return List.of(
                CameraAddress.ofPages(
                        Use.WATCH,
                        "WHEP",
                        WHEP,
                        "gst-launch-1.0 playbin3 uri=gstwhep:// whep-endpoint=\"{url}\" auth-token={key}"),
                CameraAddress.ofPages(
                        Use.PUBLISH,
                        "WHIP",
                        WHIP,
                        "ffmpeg -re -i FILE -c:v libx264 -bf 0 -c:a libopus -f whip -authorization {key} \"{url}\""));
    }

    @Override
    public List<String> features() {
        return List.of(Features.WHEP);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of(
                "paths",
                WHEP + ", " + WHIP,
                "udp_port",
                services.map(opened -> opened.endpoint().port()).orElse(config.port()),
                "sessions",
                services.map(opened -> opened.sessions().size()).orElse(0));
    }

    private void addFurther(WebRtcServices opened, String endpoint, String session) {
        relay.routes().add(new AddedRoute(HttpMethod.OPTIONS, endpoint, RtcAnswers::preflight));
        relay.routes().add(new AddedRoute(HttpMethod.OPTIONS, session, RtcAnswers::preflight));
        relay.routes().add(new AddedRoute(HttpMethod.GET, endpoint, RtcAnswers::onlyPost));
        relay.routes().add(new AddedRoute(HttpMethod.DELETE, session, new RtcSessionHandler(opened)));
        relay.routes().add(new AddedRoute(HttpMethod.PATCH, session, RtcAnswers::noTrickle));
    }

    private List<IceCandidate> candidates(int port) {
        List<InetAddress> addresses = config.advertised().isEmpty() ? OwnAddresses.find() : config.advertised();
        return addresses.stream()
                .map(address -> new IceCandidate(new InetSocketAddress(address, port)))
                .toList();
    }

    private RtcEndpoint endpoint() {
        try {
            return RtcEndpoint.open(config.port(), timeouts.peers(), relay.clock(), relay.wallClock(), relay.errors());
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.FAILED,
                    "UDP port " + config.port() + " is taken or not allowed. Choose another: --set gateways." + name
                            + ".port=PORT",
                    e);
        }
    }
}
