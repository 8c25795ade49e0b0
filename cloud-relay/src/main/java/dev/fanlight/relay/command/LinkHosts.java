package dev.fanlight.relay.command;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.RelayConfig;
import dev.fanlight.relay.store.Listeners;
import dev.fanlight.relay.store.Listeners.Kind;
import dev.fanlight.relay.store.Listeners.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where links point to: what was asked for, else where the relay listens or last did, else what the settings say.
 *
 * @param tls host and port
 * @param plain host and port without TLS, if there is such a listener
 */
record LinkHosts(String tls, Optional<String> plain) {

    static LinkHosts of(Listeners listeners, RelayConfig config, @Nullable String wanted) {
        Optional<Listener> known = listeners.find(Kind.TLS);
        String host = Optional.ofNullable(wanted)
                .or(() -> Optional.of(config.listen().publicHost()).filter(publicHost -> !publicHost.isEmpty()))
                .or(() -> known.map(Listener::host))
                .orElse("localhost");
        int port = known.map(Listener::port).orElse(config.listen().port());
        Optional<Integer> plainPort = listeners
                .find(Kind.PLAIN)
                .map(Listener::port)
                .or(() -> config.listen().plainPort().isPresent()
                        ? Optional.of(config.listen().plainPort().getAsInt())
                        : Optional.empty());
        return new LinkHosts(authority(host, port), plainPort.map(p -> "localhost:" + p));
    }

    List<String> watchLinks(CameraName camera, String key) {
        List<String> links = new ArrayList<>();
        links.add("https://" + tls + "/w/" + camera + "#" + key);
        plain.ifPresent(local -> links.add("http://" + local + "/w/" + camera + "#" + key));
        return links;
    }

    private static String authority(String host, int port) {
        boolean bareV6 = host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[");
        boolean hasPort = !bareV6 && host.contains(":") && !host.endsWith("]");
        String name = bareV6 ? "[" + host + "]" : host;
        return hasPort ? name : name + ":" + port;
    }
}
