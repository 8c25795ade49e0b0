package dev.fanlight.relay.gateway.rtmp;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.listen.AnyAddress;
import dev.fanlight.relay.http.listen.ListenerOptions;
import dev.fanlight.relay.tls.ServedCertificate;
import dev.fanlight.settings.Setting;
import io.vertx.core.net.NetServerOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cameras that push by RTMP, and players that pull by it; {@code rtmp://HOST/live/KEY} and {@code rtmp://HOST/live/CAMERA?key=KEY}. */
public final class RtmpGateway implements Gateway {

    private final String name;
    private final RtmpConfig config;
    private final GatewayContext relay;
    private final RtmpServices services;
    private volatile Optional<RtmpPort> plain = Optional.empty();
    private volatile Optional<RtmpPort> secure = Optional.empty();

    /**
     * A gateway that opens its ports at the start.
     *
     * @param name that the owner gave it
     */
    public RtmpGateway(String name, RtmpConfig config, RtmpTimeouts timeouts, GatewayContext relay) {
        this.name = name;
        this.config = config;
        this.relay = relay;
        this.services = RtmpServices.of(relay, timeouts, new SecureRandom());
    }

    @Override
    public String name() {
        return "gateway-" + name;
    }

    @Override
    public void start() {
        Optional<ServedCertificate> certificate = config.tlsPort() == 0 ? Optional.empty() : Optional.of(certificate());
        if (config.port() != 0) {
            plain = Optional.of(open(RtmpConfig.PORT, ListenerOptions.stream(), config.port()));
        }
        try {
            certificate.ifPresent(this::openSecure);
        } catch (RuntimeException e) {
            plain.ifPresent(port -> port.close(Duration.ofSeconds(1)));
            throw e;
        }
    }

    @Override
    public void prepareStop() {
        services.active().open().forEach(RtmpSocket::cut);
    }

    @Override
    public void stop(Duration limit) {
        plain.ifPresent(port -> port.close(limit));
        secure.ifPresent(port -> port.close(limit));
    }

    @Override
    public List<CameraAddress> addresses() {
        List<CameraAddress> addresses = new ArrayList<>();
        secure.ifPresent(port -> addresses.addAll(addresses("RTMPS", "rtmps", port.number())));
        plain.ifPresent(port -> addresses.addAll(addresses("RTMP", "rtmp", port.number())));
        return addresses;
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
        plain.ifPresent(port -> described.put("port", port.number()));
        secure.ifPresent(port -> described.put("tls_port", port.number()));
        described.put("connections", services.active().open().size());
        described.put("publishers", services.active().publishers());
        described.put("players", services.active().players());
        return described;
    }

    private void openSecure(ServedCertificate certificate) {
        NetServerOptions options = ListenerOptions.tlsStream(
                certificate.current(), relay.timeouts().connections());
        RtmpPort port = open(RtmpConfig.TLS_PORT, options, config.tlsPort());
        certificate.onReplaced(port::show);
        secure = Optional.of(port);
    }

    private RtmpPort open(Setting<Integer> setting, NetServerOptions options, int port) {
        return RtmpPort.open(
                setting(setting.key()), options.setHost(AnyAddress.text()).setPort(port), services);
    }

    private ServedCertificate certificate() {
        return relay.certificate()
                .orElseThrow(() -> new UserException(
                        ExitCode.SETTINGS,
                        setting(RtmpConfig.TLS_PORT.key())
                                + " needs a certificate of the relay, which has none behind a proxy (http.behind_proxy). Let the proxy"
                                + " accept RTMPS and pass it on to " + setting(RtmpConfig.PORT.key()) + "."));
    }

    private String setting(String key) {
        return "gateways." + name + "." + key;
    }
}
