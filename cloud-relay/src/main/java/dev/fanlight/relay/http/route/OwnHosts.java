package dev.fanlight.relay.http.route;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host names this relay answers to without TLS: localhost, its public name, and any literal address. A foreign page whose name was made
 * to resolve to this relay (DNS rebinding) sends that name, and would otherwise count as the same origin. Immutable, thread safe.
 */
public final class OwnHosts {

    private static final Pattern AUTHORITY = Pattern.compile("(?:\\[([0-9a-f:.]+)]|([a-z0-9.-]+))(?::[0-9]{1,5})?");
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
        Matcher authority = AUTHORITY.matcher(host.toLowerCase(Locale.ROOT));
        if (!authority.matches()) {
            return false;
        }
        String v6 = authority.group(1);
        return v6 == null ? isOwn(authority.group(2)) : NetUtil.isValidIpV6Address(v6);
    }

    private boolean isOwn(String name) {
        return name.equals(LOCALHOST)
                || name.endsWith("." + LOCALHOST)
                || name.equals(publicHost)
                || NetUtil.isValidIpV4Address(name);
    }
}
