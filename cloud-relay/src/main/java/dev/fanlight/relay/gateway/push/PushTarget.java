package dev.fanlight.relay.gateway.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An application of a server by RTMP, a server by SRT, or an address of WHIP. Immutable; the key of a stream is no part of it.
 *
 * @param secure whether it is inside TLS
 * @param host name or address
 * @param port 1–65535
 * @param app path of the application or of WHIP, without a slash at its ends; empty for SRT
 * @param srt what a server by SRT is told; empty for all else
 * @param whip whether it takes offers by WHIP
 */
record PushTarget(boolean secure, String host, int port, String app, Optional<SrtOptions> srt, boolean whip) {

    private static final String SENTENCE =
            "an address like rtmps://live.example.org/app, without the key of the stream, like srt://live.example.org:8890?streamid=ID,"
                    + " or like whips://live.example.org/c/yard/whip";
    private static final String WHIP = "whip";
    private static final Set<String> SECURE_WHIP = Set.of("whips", "https");
    private static final String SRT = "srt";
    private static final int PLAIN_PORT = 1935;
    private static final int SECURE_PORT = 443;
    private static final int PLAIN_HTTP_PORT = 80;

    /** An application of a server by RTMP. */
    PushTarget(boolean secure, String host, int port, String app) {
        this(secure, host, port, app, Optional.empty(), false);
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is none, with what it should be
     */
    static PushTarget parse(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (scheme.equals(SRT)) {
                return srt(uri);
            }
            boolean whip = scheme.equals(WHIP) || SECURE_WHIP.contains(scheme);
            boolean secure = scheme.equals("rtmps") || SECURE_WHIP.contains(scheme);
            String app = uri.getPath() == null ? "" : uri.getPath().replaceAll("^/+|/+$", "");
            boolean complete = uri.getHost() != null && !app.isEmpty();
            boolean bare = uri.getUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (complete && bare && (secure || whip || scheme.equals("rtmp"))) {
                int usual = secure ? SECURE_PORT : whip ? PLAIN_HTTP_PORT : PLAIN_PORT;
                int port = uri.getPort() > 0 ? uri.getPort() : usual;
                String host = uri.getHost().replaceAll("[\\[\\]]", "");
                return new PushTarget(secure, host, port, app, Optional.empty(), whip);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(SENTENCE, e);
        }
        throw new IllegalArgumentException(SENTENCE);
    }

    /** The protocol, for people. */
    String protocol() {
        if (whip) {
            return "WHIP";
        }
        return srt.isPresent() ? "SRT" : "RTMP";
    }

    private static PushTarget srt(URI uri) {
        if (uri.getHost() == null || uri.getPort() < 1 || uri.getUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(SENTENCE);
        }
        SrtOptions options = SrtOptions.parse(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        return new PushTarget(false, host, uri.getPort(), "", Optional.of(options), false);
    }

    /** The address, for people and for the server; without what may be a secret. */
    String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        if (srt.isPresent()) {
            return SRT + "://" + name + ":" + port;
        }
        String scheme = (whip ? WHIP : "rtmp") + (secure ? "s" : "");
        return scheme + "://" + name + ":" + port + "/" + app;
    }
}
