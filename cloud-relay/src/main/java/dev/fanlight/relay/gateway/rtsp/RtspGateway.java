package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.tcp.TcpPorts;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Players that watch by RTSP: {@code rtsp://HOST:8554/CAMERA?key=KEY}. */
public final class RtspGateway implements Gateway {

    private final String name;
    private final TcpPorts ports;
    private final RtspServices services;

    /**
     * A gateway that opens its ports at the start.
     *
     * @param name that the owner gave it
     */
    public RtspGateway(String name, RtspConfig config, RtspTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.ports = new TcpPorts(name, config.tcp(), relay);
        UdpPorts udp = new UdpPorts("gateways." + name + "." + RtspConfig.UDP_PORT.key(), config.udpPort());
        this.services = RtspServices.of(relay, timeouts, udp, new SecureRandom());
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {
        services.udp().open();
        try {
            ports.open("RTSPS", socket -> RtspSession.start(socket, services));
        } catch (RuntimeException e) {
            services.udp().close();
            throw e;
        }
    }

    @Override
    public void prepareStop() {
        services.connections().cutAll();
    }

    @Override
    public void stop(Duration limit) {
        services.udp().close();
        ports.close(limit);
    }

    @Override
    public List<CameraAddress> addresses() {
        return ports.addresses(
                "RTSP",
                "rtsp",
                (protocol, scheme, port) -> List.of(CameraAddress.ofPort(
                        Use.WATCH,
                        protocol,
                        scheme,
                        port,
                        "/{camera}?key={key}",
                        "ffplay -rtsp_transport tcp \"{url}\"")));
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> described = new LinkedHashMap<>();
        ports.describe(described);
        services.udp().numbers().ifPresent(numbers -> described.put("udp_ports", numbers.toString()));
        described.put("connections", services.connections().size());
        described.put("players", services.players().get());
        return described;
    }
}
