package dev.fanlight.relay.http.route;

import dev.fanlight.relay.http.connection.ClientAddress;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers that tell browsers what every answer may be used for. Immutable, thread safe. */
public final class SecurityHeaders {

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; worker-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types fanlight lit-html";

    private static final String NO_ANCESTORS = "frame-ancestors 'none';";

    /** A year. Not for subdomains, which may belong to other servers. */
    static final String STRICT_TRANSPORT = "max-age=31536000";

    private static final String NO_FEATURES = "accelerometer=(), camera=(), display-capture=(), geolocation=(),"
            + " gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private static final String CAPTURE_ONLY = NO_FEATURES
            .replace("camera=()", "camera=(self)")
            .replace("display-capture=()", "display-capture=(self)")
            .replace("microphone=()", "microphone=(self)");

    private final ClientAddress addresses;
    private final boolean publicCertificate;

    /**
     * Headers of a relay.
     *
     * @param addresses knows by which scheme a client came
     * @param publicCertificate whether browsers see a certificate that they know, so that they can be told never to come without TLS
     *     again (RFC 6797); with one of our own that would make the address unreachable for who has not accepted it
     */
    public SecurityHeaders(ClientAddress addresses, boolean publicCertificate) {
        this.addresses = addresses;
        this.publicCertificate = publicCertificate;
    }

    /** Lets the page of this response alone use cameras, microphones and the screen; for every other page they stay off. */
    public static void allowCapture(HttpServerResponse response) {
        response.headers().set("Permissions-Policy", CAPTURE_ONLY);
    }

    /** Lets this page alone be shown in frames of this relay’s own pages and of these origins. */
    public static void allowFraming(HttpServerResponse response, List<String> ancestors) {
        String sources = Stream.concat(Stream.of("'self'"), ancestors.stream()).collect(Collectors.joining(" "));
        setPolicy(response, CONTENT_SECURITY_POLICY.replace(NO_ANCESTORS, "frame-ancestors " + sources + ";"));
    }

    /** Lets this page alone show others of this relay’s pages in frames. */
    public static void allowFrames(HttpServerResponse response) {
        setPolicy(response, CONTENT_SECURITY_POLICY.replace(NO_ANCESTORS, "frame-src 'self'; " + NO_ANCESTORS));
    }

    private static void setPolicy(HttpServerResponse response, String policy) {
        response.headers().set("Content-Security-Policy", policy);
    }

    /** Sets them in the response of {@code request}, before it is answered. */
    public void put(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", NO_FEATURES);
        if (publicCertificate && addresses.of(request).secure()) {
            headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
        }
    }
}
