package dev.fanlight.agent.onvif.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.onvif.http.OnvifException.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to cameras over plain HTTP, without proxy and without following redirects, so that credentials reach nothing but the address
 * that was asked for. Thread safe.
 */
public final class CameraHttp {

    /** Largest answer, bytes: the profiles of a recorder with 64 channels have about 400 KiB. */
    public static final int MAX_BODY_BYTES = 1024 * 1024;

    /** Longest exchange, from connecting to the last byte. Cameras with a slow processor take 2 s. */
    public static final Duration TIMEOUT = Duration.ofSeconds(6);

    private final Duration timeout;

    @GuardedBy("this")
    private Optional<HttpClient> client = Optional.empty();

    /** Creates one that waits {@link #TIMEOUT}. */
    public CameraHttp() {
        this(TIMEOUT);
    }

    /** Creates one that waits as long as this for each answer. */
    public CameraHttp(Duration timeout) {
        this.timeout = timeout;
    }

    /** Made when it is needed: it has a thread of its own and loads all certificate authorities, and most agents have no ONVIF camera. */
    private synchronized HttpClient client() {
        HttpClient made = client.orElseGet(() -> HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timeout)
                .build());
        client = Optional.of(made);
        return made;
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param challenges the {@code WWW-Authenticate} headers
     * @param body at most {@link #MAX_BODY_BYTES}
     */
    public record Answer(int status, List<String> challenges, byte[] body) {}

    /**
     * Posts a body and waits for the answer.
     *
     * @param authorization the header of that name
     * @throws OnvifException when there is none in time, or a too large one
     */
    public Answer post(URI address, String contentType, String body, Optional<String> authorization)
            throws OnvifException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        authorization.ifPresent(value -> request.header("Authorization", value));
        CompletableFuture<HttpResponse<byte[]>> sending =
                client().sendAsync(request.build(), info -> new LimitedBody(MAX_BODY_BYTES));
        try {
            HttpResponse<byte[]> response = sending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.headers().allValues("WWW-Authenticate"), response.body());
        } catch (TimeoutException e) {
            throw unreachable(address, "does not answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw unreachable(address, cause(e), e);
        } finally {
            sending.cancel(true);
        }
    }

    private static OnvifException unreachable(URI address, String what, Exception cause) {
        return new OnvifException(
                Problem.UNREACHABLE,
                "The camera at " + address.getAuthority() + " " + what
                        + ". Is the address right, is it switched on, and is ONVIF enabled in its own settings?",
                cause);
    }

    private static String cause(ExecutionException e) {
        return e.getCause() instanceof IOException io && io.getMessage() != null
                ? "cannot be read (" + io.getMessage() + ")"
                : "cannot be reached";
    }
}
