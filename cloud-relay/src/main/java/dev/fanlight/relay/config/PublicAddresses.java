package dev.fanlight.relay.config;

import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.RelayUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where links lead. Immutable.
 *
 * @param host name or address under which others reach the relay
 * @param port for TLS
 * @param plainPort without TLS on this computer, if there is such a listener that people may use
 * @param pin what join links pin: the relay’s authority, or {@code webpki}
 * @param url where a proxy serves the relay, if that is configured; in place of host and port
 */
public record PublicAddresses(String host, int port, OptionalInt plainPort, String pin, Optional<PublicUrl> url) {

    private static final int DEFAULT_PORT = 443;

    /** The addresses of a page, the public one first. */
    public List<String> page(Optional<String> otherHost, String path) {
        List<String> addresses = new ArrayList<>();
        addresses.add("https://" + authority(otherHost) + prefix() + path);
        plainPort.ifPresent(local -> addresses.add("http://localhost:" + local + prefix() + path));
        return addresses;
    }

    /** The addresses of a camera’s page with a link’s key, the public one first. */
    public List<String> watch(Optional<String> otherHost, String camera, String key) {
        return page(otherHost, "/w/" + camera + "#" + key);
    }

    /** What an agent is given to join. */
    public String join(Optional<String> otherHost, String code, String secret) {
        return new JoinLink(RelayUrl.parse("wss://" + authority(otherHost) + prefix()), pin, code, secret).text();
    }

    /** The host without a port, in brackets when it is an IPv6 address: for services on other ports. */
    String hostOnly(Optional<String> otherHost) {
        String authority = authority(otherHost);
        int end = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
        return end < 0 ? authority : authority.substring(0, end);
    }

    private String prefix() {
        return url.map(PublicUrl::prefix).orElse("");
    }

    private String authority(Optional<String> otherHost) {
        Optional<String> other = otherHost.filter(text -> !text.isBlank());
        return other.isEmpty() && url.isPresent() ? url.get().authority() : withPortIfNeeded(other.orElse(host));
    }

    private String withPortIfNeeded(String name) {
        boolean bareV6 = name.indexOf(':') != name.lastIndexOf(':') && !name.startsWith("[");
        if (bareV6) {
            return withPort("[" + name + "]");
        }
        boolean hasPort = name.contains(":") && !name.endsWith("]");
        return hasPort ? name : withPort(name);
    }

    private String withPort(String name) {
        int usual = url.map(PublicUrl::port).orElse(port);
        return usual == DEFAULT_PORT ? name : name + ":" + usual;
    }
}
