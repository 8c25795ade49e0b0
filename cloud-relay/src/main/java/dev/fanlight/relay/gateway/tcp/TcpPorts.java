package dev.fanlight.relay.gateway.tcp;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.http.listen.AnyAddress;
import dev.fanlight.relay.http.listen.ListenerOptions;
import dev.fanlight.relay.tls.ServedCertificate;
import dev.fanlight.settings.Setting;
import io.vertx.core.net.NetServerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The ports of a gateway, with and without TLS. Thread safe once started; its methods block. */
public final class TcpPorts {

    private final String gateway;
    private final TcpConfig config;
    private final GatewayContext relay;
    private volatile Optional<TcpPort> plain = Optional.empty();
    private volatile Optional<TcpPort> secure = Optional.empty();

    /**
     * Ports that are closed.
     *
     * @param gateway the name that the owner gave it
     */
    public TcpPorts(String gateway, TcpConfig config, GatewayContext relay) {
        this.gateway = gateway;
        this.config = config;
        this.relay = relay;
    }

    /**
     * Opens them.
     *
     * @param protocol with TLS, in words for people
     * @param onConnection takes over each connection, on its event loop
     * @throws UserException when a port is taken or not allowed, or TLS has no certificate
     */
    public void open(String protocol, Consumer<TcpSocket> onConnection) {
        Optional<ServedCertificate> certificate =
                config.tlsPort() == 0 ? Optional.empty() : Optional.of(certificate(protocol));
        if (config.port() != 0) {
            plain = Optional.of(open(TcpConfig.PORT, ListenerOptions.stream(), config.port(), onConnection));
        }
        try {
            certificate.ifPresent(shown -> openSecure(shown, onConnection));
        } catch (RuntimeException e) {
            plain.ifPresent(port -> port.close(Duration.ofSeconds(1)));
            throw e;
        }
    }

    /** Closes them and their connections, each in {@code limit} at most. */
    public void close(Duration limit) {
        plain.ifPresent(port -> port.close(limit));
        secure.ifPresent(port -> port.close(limit));
    }

    /** What a gateway says of each of its ports that is open. */
    @FunctionalInterface
    public interface Addresses {
        /** The addresses at a port, for a protocol as people call it and its scheme. */
        List<CameraAddress> at(String protocol, String scheme, int port);
    }

    /**
     * The addresses at the ports that are open, those with TLS first.
     *
     * @param protocol as people call it, without TLS
     * @param scheme without TLS
     */
    public List<CameraAddress> addresses(String protocol, String scheme, Addresses each) {
        List<CameraAddress> addresses = new ArrayList<>();
        secure.ifPresent(port -> addresses.addAll(each.at(protocol + "S", scheme + "s", port.number())));
        plain.ifPresent(port -> addresses.addAll(each.at(protocol, scheme, port.number())));
        return addresses;
    }

    /** Adds the ports that are open to the description of the gateway. */
    public void describe(Map<String, Object> described) {
        plain.ifPresent(port -> described.put("port", port.number()));
        secure.ifPresent(port -> described.put("tls_port", port.number()));
    }

    private void openSecure(ServedCertificate certificate, Consumer<TcpSocket> onConnection) {
        NetServerOptions options = ListenerOptions.tlsStream(
                certificate.current(), relay.timeouts().connections());
        TcpPort port = open(TcpConfig.TLS_PORT, options, config.tlsPort(), onConnection);
        certificate.onReplaced(port::show);
        secure = Optional.of(port);
    }

    private TcpPort open(Setting<?> setting, NetServerOptions options, int port, Consumer<TcpSocket> onConnection) {
        return TcpPort.open(setting(setting), options.setHost(AnyAddress.text()).setPort(port), relay, onConnection);
    }

    private ServedCertificate certificate(String protocol) {
        return relay.certificate()
                .orElseThrow(() -> new UserException(
                        ExitCode.SETTINGS,
                        setting(TcpConfig.TLS_PORT)
                                + " needs a certificate of the relay, which has none behind a proxy (http.behind_proxy). Let the proxy"
                                + " accept " + protocol + " and pass it on to " + setting(TcpConfig.PORT) + "."));
    }

    private String setting(Setting<?> setting) {
        return "gateways." + gateway + "." + setting.key();
    }
}
