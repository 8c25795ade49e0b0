package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.settings.SettingsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupStepsTest {

    @Test
    void whereASettingsFileExistsTheChosenSourceIsNamedWithoutItsPassword(@TempDir Path folder) throws IOException {
        StringWriter out = new StringWriter();
        Path file = Files.writeString(folder.resolve("agent.yaml"), "camera:\n  source: test\n");
        new SetupSteps(new PrintWriter(out, true), new SettingsReader(AgentSettings.schema()).read())
                .keepSource("rtsp://ann:hunter2@192.168.1.41/1", file);
        assertThat(out.toString()).contains("192.168.1.41/1").doesNotContain("hunter2");
    }
}
