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
 */
public record PublicAddresses(String host, int port, OptionalInt plainPort, String pin) {

    private static final int DEFAULT_PORT = 443;

    /** The addresses of a page, the public one first. */
    public List<String> page(Optional<String> otherHost, String path) {
        List<String> addresses = new ArrayList<>();
        addresses.add("https://" + authority(otherHost) + path);
        plainPort.ifPresent(local -> addresses.add("http://localhost:" + local + path));
        return addresses;
    }

    /** The addresses of a camera’s page with a link’s key, the public one first. */
    public List<String> watch(Optional<String> otherHost, String camera, String key) {
        return page(otherHost, "/w/" + camera + "#" + key);
    }

    /** What an agent is given to join. */
    public String join(Optional<String> otherHost, String code, String secret) {
        return new JoinLink(RelayUrl.parse("wss://" + authority(otherHost)), pin, code, secret).text();
    }

    private String authority(Optional<String> otherHost) {
        String name = otherHost.filter(text -> !text.isBlank()).orElse(host);
        boolean bareV6 = name.indexOf(':') != name.lastIndexOf(':') && !name.startsWith("[");
        if (bareV6) {
            return withPort("[" + name + "]");
        }
        boolean hasPort = name.contains(":") && !name.endsWith("]");
        return hasPort ? name : withPort(name);
    }

    private String withPort(String name) {
        return port == DEFAULT_PORT ? name : name + ":" + port;
    }
}
