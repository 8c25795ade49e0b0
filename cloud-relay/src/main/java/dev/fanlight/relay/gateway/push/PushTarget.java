package dev.fanlight.relay.gateway.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An application of a server by RTMP. Immutable; the key of a stream is no part of it.
 *
 * @param secure whether it is inside TLS
 * @param host name or address
 * @param port 1–65535
 * @param app path of the application, without a slash at its ends
 */
record PushTarget(boolean secure, String host, int port, String app) {

    private static final String SENTENCE =
            "an address like rtmps://live.example.org/app, without the key of the stream";
    private static final int PLAIN_PORT = 1935;
    private static final int SECURE_PORT = 443;

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is none, with what it should be
     */
    static PushTarget parse(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
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

    /** The address, for people and for the server. */
    String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return (secure ? "rtmps" : "rtmp") + "://" + name + ":" + port + "/" + app;
    }
}
