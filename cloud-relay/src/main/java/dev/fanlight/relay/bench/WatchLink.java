package dev.fanlight.relay.bench;

import dev.fanlight.identity.CameraName;
import java.net.URI;

/**
 * A watch link: {@code https://HOST/w/CAMERA#KEY}. Immutable.
 *
 * @param host name or address, without brackets
 * @param port TCP port
 * @param secure whether it uses TLS
 * @param camera name of the camera
 * @param key key of the link
 */
public record WatchLink(String host, int port, boolean secure, CameraName camera, String key) {

    private static final String PATH = "/w/";
    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;
    private static final int MAX_PORT = 65_535;
    private static final String FORM =
            "a watch link, https://HOST/w/CAMERA#KEY, in quotes (http: for localhost and 127.0.0.1 only)";

    /**
     * Parses one; {@code http:} is accepted for this computer only.
     *
     * @throws IllegalArgumentException with a description of the format
     */
    public static WatchLink parse(String text) {
        URI uri = uri(text);
        boolean secure = "https".equals(uri.getScheme());
        boolean isLocal = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
        boolean isKnown = secure || ("http".equals(uri.getScheme()) && isLocal);
        if (!isKnown
                || uri.getPort() > MAX_PORT
                || uri.getHost() == null
                || uri.getPath() == null
                || !uri.getPath().startsWith(PATH)) {
            throw new IllegalArgumentException(FORM);
        }
        String camera = uri.getPath().substring(PATH.length());
        if (!CameraName.isValid(camera)
                || uri.getFragment() == null
                || uri.getFragment().isBlank()) {
            throw new IllegalArgumentException(FORM);
        }
        int usual = secure ? TLS_PORT : PLAIN_PORT;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        return new WatchLink(host, port, secure, new CameraName(camera), uri.getFragment());
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + host + ":" + port + PATH + camera;
    }

    private static URI uri(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(FORM, e);
        }
    }
}
