package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/settings.md} to the list of settings. */
class SettingsDocumentTest {

    @Test
    void everySettingHasItsRow() throws IOException {
        String document = Files.readString(Path.of("../docs/settings.md"));
        assertThat(AgentSettings.all())
                .allSatisfy(setting -> assertThat(document).contains(row(setting)));
    }

    private static String row(Setting<?> setting) {
        String standard = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
        return "| `" + setting.key() + "` | " + standard + " | " + setting.meaning() + " |\n";
    }
}
