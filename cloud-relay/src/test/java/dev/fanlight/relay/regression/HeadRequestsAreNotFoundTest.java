package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.WithRelay;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uptime monitors ask with HEAD, and every path answered 404 (thomiceli/opengist PR #773, icecast-kh #108). */
class HeadRequestsAreNotFoundTest {

    @WithRelay
    private TestRelay relay;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/healthz",
                "/admin",
                "/w/front",
                "/assets/nothing",
                "/nothing",
                "/api/v1/openapi.yaml",
                "/api/v1/owner",
                "/api/v1/cameras",
                "/api/v1/nothing",
                "/ws/v1/view"
            })
    void headIsAnsweredAsGetIsWithoutTheBody(String path) throws IOException {
        List<String> get = headers("GET", path, "");
        assertThat(headers("HEAD", path, "")).isEqualTo(get);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/cameras", "/api/v1/status", "/api/v1/audit"})
    void headOfWhatTheOwnerSeesNeedsTheSameRight(String path) throws IOException {
        String token = relay.host()
                .post("/tokens", new JsonObject().put("label", "x").put("can", "read"))
                .expect(201)
                .json()
                .getString("token");
        String header = "Authorization: Bearer " + token + "\r\n";
        assertThat(headers("HEAD", path, header)).first().asString().startsWith("http/1.1 200");
        assertThat(headers("HEAD", path, "")).first().asString().startsWith("http/1.1 404");
        assertThat(TestApi.program(relay, token)
                        .call("HEAD", path.substring("/api/v1".length()), java.util.Optional.empty())
                        .body())
                .isEmpty();
    }

    /** On one connection, so that bytes of a body would be taken for the next answer. */
    private List<String> headers(String method, String path, String header) throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send(request(method, path, header));
            String head = http.head();
            if (method.equals("HEAD")) {
                http.send(request("HEAD", "/healthz", ""));
                assertThat(http.head()).startsWith("HTTP/1.1 200");
            }
            return head.lines()
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> !line.startsWith("x-request-id: "))
                    .toList();
        }
    }

    private static String request(String method, String path, String header) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
    }
}
