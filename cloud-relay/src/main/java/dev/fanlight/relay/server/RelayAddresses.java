package dev.fanlight.relay.server;

import dev.fanlight.relay.config.PublicAddresses;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.tls.LocalNames;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Where links lead: known while the listeners are open. Thread safe.
 *
 * @param config with the public host
 * @param pin what join links pin
 * @param tls the listener with TLS; none behind a proxy
 * @param plain the listener without TLS, if there is one
 */
record RelayAddresses(RelayConfig config, String pin, Optional<PortListener> tls, Optional<PortListener> plain)
        implements Supplier<PublicAddresses> {

    private static final int HTTPS_PORT = 443;

    @Override
    public PublicAddresses get() {
        return new PublicAddresses(
                host(),
                httpsPort(),
                tls.isEmpty() ? OptionalInt.empty() : plainPort(),
                pin,
                config.proxy().publicUrl());
    }

    /** The public port: the one with TLS, or behind a proxy the one without. */
    int port() {
        return tls.or(() -> plain).orElseThrow().port();
    }

    OptionalInt plainPort() {
        return plain.map(listener -> OptionalInt.of(listener.port())).orElse(OptionalInt.empty());
    }

    private int httpsPort() {
        return tls.map(PortListener::port).orElse(HTTPS_PORT);
    }

    private String host() {
        if (!config.listen().publicHost().isEmpty()) {
            return config.listen().publicHost();
        }
        return LocalNames.lanAddresses().stream().findFirst().orElse("localhost");
    }
}
