package dev.fanlight.relay.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnHostsTest {

    private final OwnHosts hosts = new OwnHosts("Cam.example.org");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "front.localhost",
                "127.0.0.1:8080",
                "192.168.1.4:8080",
                "[::1]",
                "[fd00::4]:8080",
                "cam.example.org",
                "CAM.example.org:8080"
            })
    void relayAnswersToItsOwnNamesAndToAddresses(String host) {
        assertThat(hosts.contains(host)).isTrue();
    }

    @Test
    void publicHostMayHaveAnUnderscore() {
        assertThat(new OwnHosts("my_relay").contains("My_relay:8443")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil-localhost",
                "xcam.example.org",
                "cam.example.org.evil.example",
                "evil.example@localhost",
                "localhost/evil.example",
                "127.0.0.1:",
                "[::1",
                "[localhost]",
                "a..b",
                "[::1%1]",
                "127.0.0.1:65536"
            })
    void relayDoesNotAnswerToTheNameOfAnother(String host) {
        assertThat(hosts.contains(host)).isFalse();
        assertThat(new OwnHosts("").contains(host)).isFalse();
    }
}
