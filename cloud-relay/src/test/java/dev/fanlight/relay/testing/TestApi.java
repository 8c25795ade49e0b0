package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.LocalAdminFile;
import dev.fanlight.relay.config.RelayStateFolder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Calls the API of a relay, as a browser with its own cookies or as the command line does. */
public final class TestApi {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Optional<String> bearer;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private TestApi(String base, Optional<String> bearer) {
        this.base = base;
        this.bearer = bearer;
    }

    /** A browser on this computer. */
    public static TestApi browser(TestRelay relay) {
        return new TestApi("http://127.0.0.1:" + relay.plainPort(), Optional.empty());
    }

    /** A browser on this computer, at the port without TLS. */
    public static TestApi browser(int plainPort) {
        return new TestApi("http://127.0.0.1:" + plainPort, Optional.empty());
    }

    /** A program with a token. */
    public static TestApi program(TestRelay relay, String token) {
        return new TestApi("http://127.0.0.1:" + relay.plainPort(), Optional.of(token));
    }

    /** The command line of the relay with this state folder. */
    public static TestApi host(RelayStateFolder folder) {
        LocalAdminFile local = LocalAdminFile.read(folder).orElseThrow();
        return new TestApi("http://127.0.0.1:" + local.port(), Optional.of(local.token()));
    }

    /** What came back. */
    public record Reply(int status, String body, String request) {

        public JsonObject json() {
            return new JsonObject(body);
        }

        public JsonArray array() {
            return new JsonArray(body);
        }

        public Reply expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }
    }

    public Reply get(String path) {
        return call("GET", path, Optional.empty());
    }

    public Reply post(String path, JsonObject body) {
        return call("POST", path, Optional.of(body));
    }

    public Reply post(String path) {
        return call("POST", path, Optional.empty());
    }

    public Reply patch(String path, JsonObject body) {
        return call("PATCH", path, Optional.of(body));
    }

    public Reply put(String path, JsonObject body) {
        return call("PUT", path, Optional.of(body));
    }

    public Reply put(String path) {
        return call("PUT", path, Optional.empty());
    }

    public Reply delete(String path) {
        return call("DELETE", path, Optional.empty());
    }

    /** The value of a cookie that the relay has given. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name)).filter(value -> !value.isEmpty());
    }

    /** What a browser sends along. */
    public String cookieHeader() {
        StringBuilder header = new StringBuilder();
        cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ")
                .append(name)
                .append('=')
                .append(value));
        return header.toString();
    }

    public Reply call(String method, String path, Optional<JsonObject> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .header("X-Fanlight", "1")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.encode())).orElseGet(BodyPublishers::noBody));
        bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        body.ifPresent(json -> request.header("Content-Type", "application/json"));
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Reply(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("X-Request-Id").orElse(""));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String cookie) {
        assertThat(cookie.toLowerCase(Locale.ROOT)).contains("httponly", "secure", "samesite=strict", "path=/");
        int equals = cookie.indexOf('=');
        int end = cookie.indexOf(';');
        cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1, end));
    }
}
