package dev.fanlight.relay.gateway.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An application of a server by RTMP, or a server by SRT. Immutable; the key of a stream is no part of it.
 *
 * @param secure whether it is inside TLS
 * @param host name or address
 * @param port 1–65535
 * @param app path of the application, without a slash at its ends; empty for SRT
 * @param srt what a server by SRT is told; empty for RTMP
 */
record PushTarget(boolean secure, String host, int port, String app, Optional<SrtOptions> srt) {

    private static final String SENTENCE =
            "an address like rtmps://live.example.org/app, without the key of the stream, or like srt://live.example.org:8890?streamid=ID";
    private static final String SRT = "srt";
    private static final int PLAIN_PORT = 1935;
    private static final int SECURE_PORT = 443;

    /** An application of a server by RTMP. */
    PushTarget(boolean secure, String host, int port, String app) {
        this(secure, host, port, app, Optional.empty());
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
            boolean secure = scheme.equals("rtmps");
            String app = uri.getPath() == null ? "" : uri.getPath().replaceAll("^/+|/+$", "");
            boolean complete = uri.getHost() != null && !app.isEmpty();
            boolean bare = uri.getUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (complete && bare && (secure || scheme.equals("rtmp"))) {
                int port = uri.getPort() > 0 ? uri.getPort() : secure ? SECURE_PORT : PLAIN_PORT;
                return new PushTarget(secure, uri.getHost().replaceAll("[\\[\\]]", ""), port, app);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(SENTENCE, e);
        }
        throw new IllegalArgumentException(SENTENCE);
    }

    /** The protocol, for people. */
    String protocol() {
        return srt.isPresent() ? "SRT" : "RTMP";
    }

    private static PushTarget srt(URI uri) {
        if (uri.getHost() == null || uri.getPort() < 1 || uri.getUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(SENTENCE);
        }
        SrtOptions options = SrtOptions.parse(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        return new PushTarget(false, uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort(), "", Optional.of(options));
    }

    /** The address, for people and for the server; without what may be a secret. */
    String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        if (srt.isPresent()) {
            return SRT + "://" + name + ":" + port;
        }
        return (secure ? "rtmps" : "rtmp") + "://" + name + ":" + port + "/" + app;
    }
}
