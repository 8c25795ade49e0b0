package dev.fanlight.relay.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.SettingsRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/settings.md} with the settings. */
class SettingsDocumentTest {

    @Test
    void settingsThatFollowTheFileAreNamed() throws IOException {
        String document = Files.readString(Path.of("../docs/settings.md"));
        List<String> keys = LiveConfig.SETTINGS.stream()
                .map(setting -> "`" + setting.key() + "`")
                .toList();
        String last = keys.get(keys.size() - 1);
        assertThat(document).contains(String.join(", ", keys.subList(0, keys.size() - 1)) + " and " + last);
    }

    @Test
    void everySettingHasOneRow() throws IOException {
        String document = Files.readString(Path.of("../docs/settings.md"));
        assertThat(SettingsRows.of(RelayGateways.SCHEMA))
                .allSatisfy(row -> assertThat(document).containsOnlyOnce(row));
    }
}
