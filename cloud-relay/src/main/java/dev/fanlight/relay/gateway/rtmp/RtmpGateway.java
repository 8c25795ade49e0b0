package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.relay.gateway.tcp.TcpPorts;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cameras that push by RTMP, and players that pull by it; {@code rtmp://HOST/live/KEY} and {@code rtmp://HOST/live/CAMERA?key=KEY}. */
public final class RtmpGateway implements Gateway {

    private final String name;
    private final TcpPorts ports;
    private final RtmpServices services;

    /**
     * A gateway that opens its ports at the start.
     *
     * @param name that the owner gave it
     */
    public RtmpGateway(String name, TcpConfig config, RtmpTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.ports = new TcpPorts(name, config, relay);
        this.services = RtmpServices.of(relay, timeouts, new SecureRandom());
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {
        ports.open("RTMPS", socket -> RtmpSession.start(new RtmpSocket(socket), services));
    }

    @Override
    public void prepareStop() {
        services.connections().cutAll();
    }

    @Override
    public void stop(Duration limit) {
        ports.close(limit);
    }

    @Override
    public List<CameraAddress> addresses() {
        return ports.addresses("RTMP", "rtmp", RtmpGateway::addresses);
    }

    private static List<CameraAddress> addresses(String protocol, String scheme, int port) {
        return List.of(
                CameraAddress.ofPort(
                        Use.PUBLISH,
                        protocol,
                        scheme,
                        port,
                        "/live/{key}",
                        "ffmpeg -re -i FILE -c copy -f flv \"{url}\""),
                CameraAddress.ofPort(
                        Use.WATCH, protocol, scheme, port, "/live/{camera}?key={key}", "ffplay \"{url}\""));
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> described = new LinkedHashMap<>();
        ports.describe(described);
        described.put("connections", services.connections().size());
        described.put("publishers", services.publishers().get());
        described.put("players", services.players().get());
        return described;
    }
}
