package dev.fanlight.relay.admin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(5_000), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"cam.example.org", "cam.example.org:8443", "192.168.1.4", "[fd00::1]:8443", "fd00::1"})
    void aNameOrAnAddressWithOrWithoutAPortIsAHost(String host) {
        assertThat(fields("host", host).optionalHost()).hasValue(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evil.example/x#", "user@cam", "a b", "cam\n"})
    void whatWouldLeadALinkElsewhereIsNoHost(String host) {
        assertThatThrownBy(() -> fields("host", host).optionalHost()).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatEndsSomeTimeFromNowEndsThen() {
        assertThat(fields("expires_in_ms", 60_000).optionalEnd(clock, DAY)).hasValue(65_000);
        assertThat(fields("label", "x").optionalEnd(clock, DAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 59_999, 86_400_001})
    void aLifeThatIsTooShortOrTooLongIsRefused(long millis) {
        assertThatThrownBy(() -> fields("expires_in_ms", millis).optionalEnd(clock, DAY))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aLabelHasAHundredCharactersAtMost() {
        assertThat(fields("label", "x".repeat(100)).optionalLabel()).isPresent();
        assertThatThrownBy(() -> fields("label", "x".repeat(101)).optionalLabel())
                .isInstanceOf(ProblemException.class);
    }

    private static Fields fields(String name, Object value) {
        return new Fields(new JsonObject().put(name, value));
    }
}
