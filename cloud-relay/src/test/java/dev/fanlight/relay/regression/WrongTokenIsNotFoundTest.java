package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.WithRelay;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program with a mistyped or revoked token was answered that there is nothing, as if the address were wrong. */
class WrongTokenIsNotFoundTest {

    @WithRelay
    private TestRelay relay;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/cameras",
                "GET /api/v1/cameras/none",
                "GET /api/v1/owner",
                "POST /api/v1/links",
                "DELETE /api/v1/tokens/x"
            })
    void wrongTokenIsReportedWhateverIsAskedFor(String line) throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send(line
                    + " HTTP/1.1\r\nHost: localhost\r\nX-Fanlight: 1\r\nAuthorization: Bearer fanlight_wrong\r\n\r\n");
            String expected = line.equals("POST /api/v1/links") ? "HTTP/1.1 404" : "HTTP/1.1 401";
            assertThat(http.head()).startsWith(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/cameras", "GET /api/v1/cameras/none"})
    void withoutATokenNothingIsRevealedOfWhatExists(String line) throws IOException {
        try (RawHttp http = RawHttp.plain(relay.plainPort())) {
            http.send(line + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(http.head()).startsWith("HTTP/1.1 404").doesNotContainIgnoringCase("www-authenticate");
        }
    }
}
