package dev.fanlight.relay.admin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostFieldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cam.example.org",
                "my_relay:8443",
                "192.168.1.4",
                "192.168.1.4:8443",
                "2001:db8::1",
                "[2001:db8::1]",
                "[2001:db8::1]:8443"
            })
    void linksMayLeadToNamesAndAddresses(String host) {
        assertThat(host(host)).contains(host);
    }

    /** They got past the check, and the link that was made of them failed with 500. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a..b", "-a", "a:", "a:0", "a:65536", "a:b", "[a]", "[::1", "::1]", "[[::1]]", "a/b", "a?b", "é"
            })
    void whatLinksCannotLeadToIsRefused(String host) {
        assertThatThrownBy(() -> host(host))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().toString()).contains("a name or an address"));
    }

    private static Optional<String> host(String host) {
        return new Fields(new JsonObject().put("host", host)).optionalHost();
    }
}
