package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.RelayProcess;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator looks for the request that a user has quoted. */
class RequestLogScenarioTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz";
    private static final String PASSWORD = "correct horse battery";
    private static final String TOKEN = "fl_a-token-that-is-not-valid";
    private static final String COOKIE = "a-cookie-that-is-not-valid";

    @TempDir
    private Path temp;

    @Test
    void linesForPeopleNameTheRequestAndHoldNoneOfItsSecrets() throws IOException {
        try (RelayProcess relay = logging("text")) {
            String id = malformed(relay);
            String line = lineOf(relay, id);
            assertThat(line).endsWith("A request was not valid HTTP and was refused [request " + id + "]");
            assertNoSecret(relay);
        }
    }

    @Test
    void linesForProgramsNameTheRequestAndHoldNoneOfItsSecrets() throws IOException {
        try (RelayProcess relay = logging("json")) {
            String id = malformed(relay);
            assertThat(new JsonObject(lineOf(relay, id)).getString("request")).isEqualTo(id);
            assertNoSecret(relay);
        }
    }

    private RelayProcess logging(String form) throws IOException {
        return RelayProcess.logging(temp, Files.writeString(temp.resolve("relay.yaml"), "{}\n"), form)
                .awaitReady();
    }

    /** The id of a request that is refused, secrets and all. */
    private static String malformed(RelayProcess relay) throws IOException {
        String secrets = "Authorization: Bearer " + TOKEN + "\r\nCookie: __Host-fanlight-watch=" + COOKIE + "\r\n";
        try (RawHttp asker = RawHttp.plain(relay.plainPort())) {
            asker.send("GET /w/front?key=" + KEY + "&password=" + PASSWORD.replace(' ', '+')
                    + "&x=%zz HTTP/1.1\r\nHost: localhost\r\n" + secrets + "\r\n");
            return id(asker.head());
        }
    }

    private static void assertNoSecret(RelayProcess relay) throws IOException {
        String body = new JsonObject()
                .put("camera", "front")
                .put("key", KEY)
                .put("password", PASSWORD)
                .encode();
        for (String path : List.of("/session", "/owner/session", "/owner/setup")) {
            try (RawHttp asker = RawHttp.plain(relay.plainPort())) {
                asker.send("POST /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nX-Fanlight: 1\r\n"
                        + "Content-Type: application/json\r\nAuthorization: Bearer " + TOKEN + "\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
                assertThat(id(asker.head())).isNotEmpty();
            }
        }
        assertThat(relay.output()).doesNotContain(KEY, PASSWORD, "correct+horse", TOKEN, COOKIE);
    }

    private static String lineOf(RelayProcess relay, String id) {
        Await.until("a line of the request", () -> relay.output().contains(id));
        return relay.output()
                .lines()
                .filter(line -> line.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static String id(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-request-id: "))
                .map(line -> line.substring("x-request-id: ".length()))
                .findFirst()
                .orElseThrow();
    }
}
