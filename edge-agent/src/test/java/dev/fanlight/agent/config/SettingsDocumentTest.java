package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.settings.SettingsRows;
import dev.fanlight.settings.SettingsSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/settings.md} with the settings. */
class SettingsDocumentTest {

    @Test
    void everySettingHasOneRow() throws IOException {
        String document = Files.readString(Path.of("../docs/settings.md"));
        assertThat(SettingsRows.of(SettingsSchema.of(AgentSettings.all())))
                .allSatisfy(row -> assertThat(document).containsOnlyOnce(row));
    }
}
