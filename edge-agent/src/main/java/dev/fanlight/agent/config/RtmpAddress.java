package dev.fanlight.agent.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an agent waits for a camera that pushes RTMP, and the key that the camera shows: {@code rtmp://ADDRESS[:PORT]/APP/KEY}. Immutable.
 *
 * @param host the address of this computer to listen at, {@code 0.0.0.0} for all
 * @param port 1–65535
 * @param path application and key with a slash between, the secret
 */
public record RtmpAddress(String host, int port, String path) {

    /** What such an address begins with. */
    public static final String SCHEME = "rtmp://";

    /** Shortest key, characters: 40 bits where they are random. */
    static final int MIN_KEY = 8;

    private static final int USUAL_PORT = 1935;
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-]{1,32}/[A-Za-z0-9_-]{" + MIN_KEY + ",128})/?");

    /** Takes an address apart; empty when it is none, or has no key that is long enough. */
    public static Optional<RtmpAddress> of(String text) {
        return CameraUrl.of(text)
                .filter(url -> text.startsWith(SCHEME) && url.userInfo().isEmpty())
                .flatMap(RtmpAddress::of);
    }

    private static Optional<RtmpAddress> of(CameraUrl url) {
        Matcher path = PATH.matcher(url.rest());
        int port = url.port() == 0 ? USUAL_PORT : url.port();
        return path.matches() ? Optional.of(new RtmpAddress(url.host(), port, path.group(1))) : Optional.empty();
    }

    /** The address without the key. */
    public String shown() {
        return SCHEME + host + ":" + port;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RtmpAddress[" + shown() + "]";
    }
}
