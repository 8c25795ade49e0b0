package dev.fanlight.agent.uplink.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import dev.fanlight.identity.RelayUrl;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialFailureTest {

    private static final RelayAddress ADDRESS =
            new RelayAddress(new RelayUrl("relay", 8443, ""), new RelayTrust.FirstUse(), Duration.ofSeconds(2));

    private static UplinkException tooMany(MultiMap headers) {
        return DialFailure.of(ADDRESS, new UpgradeRejectedException("no", 429, headers, Buffer.buffer()));
    }

    @Test
    void aRelayThatAcceptsNoMoreOfThisAddressIsBusyForAsLongAsItSays() {
        UplinkException busy = tooMany(MultiMap.caseInsensitiveMultiMap().add("Retry-After", "47"));
        assertThat(busy.problem()).isEqualTo(Problem.BUSY);
        assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(47));
        assertThat(busy).hasMessage("relay:8443 accepts no more connections from this address for now.");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aProxyThatDoesNotReachTheRelayIsNotTakenForAnotherServer(int status) {
        UplinkException unreachable = DialFailure.of(
                ADDRESS,
                new UpgradeRejectedException("no", status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer()));
        assertThat(unreachable.problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(unreachable).hasMessageContaining("does not reach the relay (HTTP " + status + ")");
    }

    @Test
    void aServerThatIsNoRelayIsNamedWithoutWhatTerminalsObey() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Server", "nginx/1.22.1 \u001b[2J");
        assertThat(DialFailure.of(ADDRESS, new UpgradeRejectedException("no", 404, headers, Buffer.buffer())))
                .hasMessageContaining("answers, but not as a relay (HTTP 404 from \"nginx/1.22.1 2J\")");
    }

    @Test
    void aTimeThatIsNoNumberOfSecondsIsNoTime() {
        assertThat(tooMany(MultiMap.caseInsensitiveMultiMap()).retryAfter()).isZero();
        assertThat(tooMany(MultiMap.caseInsensitiveMultiMap().add("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"))
                        .retryAfter())
                .isZero();
    }
}
