package dev.fanlight.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsDifferenceTest {

    private static final Setting<Integer> PORT =
            new Setting<>("http.port", "8443", ValueParser.integer(0, 65_535), "Port.");
    private static final Setting<String> SECRET = Setting.secret("store.key", "Key.");
    private static final Setting<Integer> EACH = new Setting<>("port", "1", ValueParser.integer(0, 9), "Port.");
    private static final SettingsSchema SCHEMA =
            SettingsSchema.of(List.of(PORT, SECRET)).with(List.of(new RepeatedSection("gateways", 4, List.of(EACH))));

    private static Settings read(Map<String, String> values) {
        return new SettingsReader(SCHEMA).overrides(values).read();
    }

    @Test
    void aValueThatIsWrittenOutIsTheSameAsTheDefault() {
        assertThat(read(Map.of()).differences(read(Map.of("http.port", "8443"))))
                .isEmpty();
    }

    @Test
    void changedSecretsAndNamesThatCameOrWentAreDifferences() {
        Settings before = read(Map.of("store.key", "a", "gateways.tv.port", "2", "gateways.old.port", "3"));
        Settings after = read(Map.of("store.key", "b", "gateways.tv.port", "4", "gateways.new.port", "5"));
        assertThat(before.differences(after))
                .containsExactly("gateways.new.port", "gateways.old.port", "gateways.tv.port", "store.key");
    }
}
