package dev.fanlight.relay.outbound;

import dev.fanlight.relay.config.Subnet;
import java.net.URI;
import java.util.List;

/**
 * What is posted to. Immutable.
 *
 * @param url with {@code http} or {@code https} and a host; what comes after that may be a secret
 * @param networks private networks in which the server may be
 */
public record PostTarget(URI url, List<Subnet> networks) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Copies the list. */
    public PostTarget {
        networks = List.copyOf(networks);
    }

    /** Whether what is sent is encrypted. */
    public boolean isSecure() {
        return url.getScheme().equals("https");
    }

    /** Name or address of the server. */
    public String host() {
        return url.getHost().replaceAll("[\\[\\]]", "");
    }

    /** Port of the server, 1–65535. */
    public int port() {
        return url.getPort() > 0 ? url.getPort() : isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
