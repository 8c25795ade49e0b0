package dev.fanlight.agent.onvif;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a camera’s ONVIF services are, and which of its streams is wanted: {@code onvif://host[:port][/profile]}. Immutable.
 *
 * @param host name or address; an IPv6 address in brackets
 * @param port of its HTTP server
 * @param profile token of a profile, {@link #MAIN} or {@link #SUB}
 */
public record OnvifAddress(String host, int port, String profile) {

    /** In front of such an address. */
    public static final String SCHEME = "onvif://";

    /** The profile with the most pixels. */
    public static final String MAIN = "main";

    /** The profile with the fewest pixels. */
    public static final String SUB = "sub";

    /** The port of HTTP, which most cameras use. */
    public static final int DEFAULT_PORT = 80;

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.%]{2,60}])(?::([0-9]{1,5}))?(?:/([^/\\s]{1,64})?)?");

    /**
     * Reads what follows {@link #SCHEME}, or a host alone.
     *
     * @throws IllegalArgumentException whose message continues “must be”
     */
    public static OnvifAddress parse(String text) {
        String rest = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        if (rest.contains("@")) {
            throw new IllegalArgumentException("without user and password, which are settings of their own");
        }
        Matcher form = FORM.matcher(rest);
        if (!form.matches()) {
            throw new IllegalArgumentException("onvif://HOST, onvif://HOST:PORT or onvif://HOST:PORT/PROFILE");
        }
        int port = Optional.ofNullable(form.group(2)).map(Integer::parseInt).orElse(DEFAULT_PORT);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("an address with a port from 1 to 65535");
        }
        return new OnvifAddress(
                form.group(1), port, Optional.ofNullable(form.group(3)).orElse(MAIN));
    }

    /** The address of the device service, at the path that ONVIF prescribes. */
    public URI deviceService() {
        return URI.create("http://" + host + ":" + port + "/onvif/device_service");
    }

    /** As it is written in {@code camera.source}. */
    @Override
    public String toString() {
        return SCHEME + host + (port == DEFAULT_PORT ? "" : ":" + port) + (profile.equals(MAIN) ? "" : "/" + profile);
    }
}
