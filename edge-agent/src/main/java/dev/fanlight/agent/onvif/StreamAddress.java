package dev.fanlight.agent.onvif;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The RTSP address that a camera names for a stream; not trusted. Stateless. */
final class StreamAddress {

    private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps");
    private static final int MAX_LENGTH = 1024;

    private StreamAddress() {}

    /**
     * The address at the host that was asked, without user and password; empty when it is no RTSP address. The host a camera names is its
     * own idea of itself, wrong behind NAT, and our credentials go to no other host.
     */
    static Optional<URI> at(String host, String text) {
        if (text.length() > MAX_LENGTH || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return Optional.empty();
        }
        int scheme = text.indexOf("://");
        if (scheme < 0 || !SCHEMES.contains(text.substring(0, scheme).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String rest = text.substring(scheme + 3);
        int pathAt = firstOf(rest);
        String authority = rest.substring(0, pathAt);
        String port = authority.replaceFirst("^.*?(:[0-9]{1,5})?$", "$1").replaceFirst("^[^:].*$", "");
        try {
            return Optional.of(new URI(text.substring(0, scheme).toLowerCase(Locale.ROOT) + "://" + host + port
                    + quoted(rest.substring(pathAt))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static int firstOf(String rest) {
        int slash = rest.indexOf('/');
        int query = rest.indexOf('?');
        if (slash < 0 && query < 0) {
            return rest.length();
        }
        return slash < 0 ? query : slash;
    }

    /** Some cameras name characters that no address may hold. */
    private static String quoted(String path) {
        return path.replace("|", "%7C")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("[", "%5B")
                .replace("]", "%5D");
    }
}
