package dev.fanlight.agent.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.config.ListenAddress;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.http.CameraHttp;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.uplink.socket.EventLoop;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalApiTest {

    private static final OnvifNetwork NETWORK =
            new OnvifNetwork(new CameraHttp(), InstantSource.system(), new SecureRandom());

    /** No source. */
    private static final class NoSources implements ApiSources {

        @Override
        public List<String> open(String id, String source, Optional<String> transport, Optional<CameraLogin> login) {
            return List.of();
        }

        @Override
        public boolean close(String id) {
            return false;
        }
    }

    private static LocalApi start(EventLoop loop, int port, String token) {
        return LocalApi.start(loop, new ListenAddress("127.0.0.1", port), token, NETWORK, new NoSources());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "15-characters-x"})
    void itDoesNotStartWithATokenThatCanBeGuessed(String token) {
        try (EventLoop loop = new EventLoop(Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> start(loop, 0, token))
                    .hasMessageContaining("api.token, of at least 16 characters");
        }
    }

    @Test
    void aPortThatIsTakenIsOneSentence() {
        try (EventLoop loop = new EventLoop(Duration.ofSeconds(5));
                LocalApi first = start(loop, 0, "0123456789abcdef")) {
            assertThatThrownBy(() -> start(loop, first.port(), "0123456789abcdef"))
                    .hasMessageContaining("Cannot listen on 127.0.0.1:" + first.port() + " (api.listen)");
        }
    }
}
