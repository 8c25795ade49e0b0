package dev.fanlight.relay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelaySettings;
import dev.fanlight.relay.config.StartRules;
import dev.fanlight.settings.SettingsReader;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.plain_port=8080 http.plain_address=0.0.0.0 | http.insecure=true",
                "http.plain_port=8080 http.plain_address=192.0.2.7 | http.insecure=true",
                "http.plain_port=8080 http.plain_address=:: | http.insecure=true",
                "http.behind_proxy=true http.trusted_proxies=127.0.0.1 | needs http.public_host",
                "http.behind_proxy=true http.public_host=cam.example.org | needs http.trusted_proxies",
                "http.behind_proxy=true http.public_host=cam.example.org http.trusted_proxies=::1 tls.mode=acme | remove tls.mode",
                "http.behind_proxy=true http.public_host=x http.trusted_proxies=::1 http.plain_address=10.0.0.1 | http.insecure=true",
                "http.public_host=cam.example.org http.public_url=https://example.org/cam/ | different hosts",
                "cluster.redis=redis://r | needs store.url",
                "cluster.redis=redis://r store.url=postgresql://u:p@h/db | needs cluster.address",
                "cluster.redis=redis://r store.url=postgresql://u:p@h/db cluster.address=wss://h:8443 | needs cluster.secret",
                "cluster.redis=redis://r store.url=postgresql://u:p@h/db cluster.address=wss://h:8443"
                        + " cluster.secret=REPLACE-IT-BY-openssl-rand-hex-32 | needs cluster.secret",
            })
    void whatDoesNotGoTogetherIsRefusedInOneSentence(String settings, String sentence) {
        assertThatThrownBy(() -> check(settings)).isInstanceOfSatisfying(UserException.class, e -> {
            org.assertj.core.api.Assertions.assertThat(e).hasMessageContaining(sentence);
            org.assertj.core.api.Assertions.assertThat(e.exitCode()).isEqualTo(ExitCode.SETTINGS);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "http.port=8443",
        "http.plain_address=0.0.0.0",
        "http.plain_port=8080",
        "http.plain_port=8080 http.plain_address=127.0.0.2",
        "http.plain_port=8080 http.plain_address=::1",
        "http.plain_port=8080 http.plain_address=0.0.0.0 http.insecure=true",
        "http.behind_proxy=true http.public_host=cam.example.org http.trusted_proxies=127.0.0.1",
        "http.behind_proxy=true http.public_url=https://cam.example.org/cam/ http.trusted_proxies=127.0.0.1",
        "http.public_host=Cam.example.org http.public_url=https://cam.example.org",
    })
    void whatGoesTogetherIsTaken(String settings) {
        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    private static void check(String settings) {
        Map<String, String> values = Arrays.stream(settings.split(" "))
                .map(text -> text.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        StartRules.check(RelayConfig.of(
                new SettingsReader(RelaySettings.ALL).overrides(values).read()));
    }
}
