package dev.fanlight.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.RelayConfig;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaySettingsTest {

    @Test
    void defaultsAreWhatTheDocumentationSays() {
        assertThat(RelayConfig.of(read(Map.of())))
                .isEqualTo(new RelayConfig(
                        8443, OptionalInt.empty(), "", ServerKeyMode.OWN, 2_000, 200, Duration.ofHours(24), 10_000, 0));
    }

    @Test
    void everySettingReachesTheConfiguration() {
        Settings settings = read(Map.of(
                "http.port", "1",
                "http.plain_port", "2",
                "http.public_host", "cam.example.org",
                "tls.server_key", "webpki",
                "limits.viewers", "3",
                "limits.cameras", "4",
                "chat.keep", "5m",
                "chat.lines", "600",
                "server.loops", "7"));
        assertThat(RelayConfig.of(settings))
                .isEqualTo(new RelayConfig(
                        1,
                        OptionalInt.of(2),
                        "cam.example.org",
                        ServerKeyMode.WEBPKI,
                        3,
                        4,
                        Duration.ofMinutes(5),
                        600,
                        7));
        assertThat(RelaySettings.ALL).hasSize(RelayConfig.class.getRecordComponents().length);
    }

    @Test
    void everySettingIsInTheListAndSaysWhatItMeans() {
        long declared = Arrays.stream(RelaySettings.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(Field::getType)
                .filter(Setting.class::equals)
                .count();
        assertThat(RelaySettings.ALL).hasSize((int) declared);
        assertThat(RelaySettings.ALL)
                .allSatisfy(setting -> assertThat(setting.meaning()).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({
        "http.port,65536",
        "http.plain_port,-1",
        "http.public_host,https://cam.example.org",
        "tls.server_key,others",
        "limits.viewers,0",
        "limits.cameras,x",
        "chat.keep,1 day",
        "chat.lines,1",
        "server.loops,65"
    })
    void wrongValueIsToldWithItsKey(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    private static Settings read(Map<String, String> values) {
        return new SettingsReader(RelaySettings.ALL).overrides(values).read();
    }
}
