package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.tls.CertificateSchedule;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner's page listed {@code 2001:db8:0:0:0:0:0:1} and {@code 0:0:0:0:0:0:0:1}. */
class AddressesWereShownInMachineFormTest {

    @TempDir
    private Path temp;

    @Test
    void addressOfASessionIsWrittenInItsShortForm() throws Exception {
        try (TestRelay relay = TestRelay.start(
                temp.resolve("state"),
                Map.of("http.trusted_proxies", "127.0.0.1"),
                CertificateSchedule.STANDARD,
                Optional.empty())) {
            String body = new JsonObject()
                    .put("secret", relay.server().owner().newSetup())
                    .put("password", "correct horse battery")
                    .encode();
            try (RawHttp http = RawHttp.plain(relay.plainPort())) {
                http.send("POST /api/v1/owner/setup HTTP/1.1\r\nHost: localhost\r\nX-Fanlight: 1\r\n"
                        + "X-Forwarded-For: 2001:db8::1\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
                assertThat(http.head()).startsWith("HTTP/1.1 204");
            }
            JsonObject session = relay.host()
                    .call("GET", "/owner/sessions", Optional.empty())
                    .array()
                    .getJsonObject(0);
            assertThat(session.getString("address")).isEqualTo("2001:db8::1");
        }
    }
}
