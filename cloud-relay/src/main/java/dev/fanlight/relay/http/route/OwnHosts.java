package dev.fanlight.relay.http.route;

import dev.fanlight.identity.RelayUrl;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/**
 * The host names this relay answers to without TLS: localhost, its public name, and any literal address. A foreign page whose name was made
 * to resolve to this relay (DNS rebinding) sends that name, and would otherwise count as the same origin. Immutable, thread safe.
 */
public final class OwnHosts {

    private static final String LOCALHOST = "localhost";

    private final String publicHost;

    /** Knows the name or address under which others reach the relay, which may be empty. */
    public OwnHosts(String publicHost) {
        this.publicHost = publicHost.toLowerCase(Locale.ROOT);
    }

    /** Whether a request has exactly one Host header, which names this relay. */
    public boolean accepts(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        return hosts.size() == 1 && contains(hosts.get(0));
    }

    /** Whether a {@code Host} header, with or without a port, names this relay. */
    boolean contains(String host) {
        return RelayUrl.ofAuthority(host)
                .map(RelayUrl::host)
                .filter(this::isOwn)
                .isPresent();
    }

    private boolean isOwn(String name) {
        return name.equals(LOCALHOST)
                || name.endsWith("." + LOCALHOST)
                || name.equals(publicHost)
                || NetUtil.isValidIpV4Address(name)
                || NetUtil.isValidIpV6Address(name);
    }
}
