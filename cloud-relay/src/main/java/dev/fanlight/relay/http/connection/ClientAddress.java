package dev.fanlight.relay.http.connection;

import dev.fanlight.relay.config.Subnet;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who asks: what a request says of itself counts only where a proxy that the owner named handed it on. {@code X-Forwarded-For} is read from
 * right to left, each entry only while the hop that wrote it is such a proxy, so that what a client wrote there itself is never believed.
 * Names are never looked up. Immutable, thread safe.
 */
public final class ClientAddress {

    /** Most proxies that are followed backwards. */
    public static final int MAX_HOPS = 8;

    private final List<Subnet> trusted;
    private final Optional<String> publicOrigin;

    /** Believes only the proxies in {@code trusted}; loopback has to be listed like any other. */
    public ClientAddress(List<Subnet> trusted) {
        this(trusted, Optional.empty());
    }

    /** The same, where the pages of this relay have {@code publicOrigin}, whatever a proxy makes of the headers of their requests. */
    public ClientAddress(List<Subnet> trusted, Optional<String> publicOrigin) {
        this.trusted = List.copyOf(trusted);
        this.publicOrigin = publicOrigin;
    }

    /** The origin of this relay’s pages, if it is configured. */
    public Optional<String> publicOrigin() {
        return publicOrigin;
    }

    /** Whether a request came through a proxy that is believed. */
    public boolean isProxied(HttpServerRequest request) {
        return isTrusted(address(request.remoteAddress()));
    }

    /** Whether a request came through a proxy that is believed, and that does not say by which scheme its client came. */
    public boolean lacksScheme(HttpServerRequest request) {
        return isProxied(request) && request.getHeader("X-Forwarded-Proto") == null;
    }

    /**
     * The client of a request.
     *
     * @param address where it is; IPv4 addresses are never mapped to IPv6
     * @param secure whether it came by https
     */
    public record Client(InetAddress address, boolean secure) {

        /** The scheme that the client sees. */
        public String scheme() {
            return secure ? "https" : "http";
        }
    }

    /** Who sent this request. */
    public Client of(HttpServerRequest request) {
        InetAddress peer = address(request.remoteAddress());
        if (!isTrusted(peer)) {
            return new Client(peer, request.isSSL());
        }
        boolean secure = lastOf(request, "X-Forwarded-Proto")
                .map("https"::equalsIgnoreCase)
                .orElse(request.isSSL());
        return new Client(behind(peer, entries(request, "X-Forwarded-For")), secure);
    }

    /** The address of a connection’s peer, unless that is a trusted proxy. */
    Optional<InetAddress> direct(SocketAddress peer) {
        return Optional.of(address(peer)).filter(address -> !isTrusted(address));
    }

    private static InetAddress address(SocketAddress peer) {
        return parse(peer.hostAddress()).orElseThrow(() -> new IllegalStateException("a socket without an address"));
    }

    private InetAddress behind(InetAddress proxy, List<String> hops) {
        InetAddress client = proxy;
        int last = hops.size() - 1;
        for (int i = last; i >= 0 && last - i < MAX_HOPS && isTrusted(client); i--) {
            Optional<InetAddress> hop = parse(withoutPort(hops.get(i)));
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get();
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(subnet -> subnet.contains(address));
    }

    private static Optional<String> lastOf(HttpServerRequest request, String header) {
        List<String> entries = entries(request, header);
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    private static List<String> entries(HttpServerRequest request, String header) {
        return request.headers().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** Some proxies write {@code 192.0.2.7:4711} and {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String entry) {
        if (entry.startsWith("[")) {
            return entry.substring(1).replaceFirst("](:\\d{1,5})?$", "");
        }
        boolean oneColon = entry.indexOf(':') == entry.lastIndexOf(':');
        return oneColon ? entry.replaceFirst(":\\d{1,5}$", "") : entry;
    }

    private static Optional<InetAddress> parse(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text.replaceFirst("%.*$", ""));
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
