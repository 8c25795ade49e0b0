package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.cli.Cli;
import dev.fanlight.house.document.DocumentedCommands;
import dev.fanlight.house.document.DocumentedSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds all documents to the agent: what they tell a person to type or to write into its settings is accepted. */
class DocumentedAgentTest {

    @Test
    void everyDocumentedCommandLineIsAccepted() {
        DocumentedCommands.assertAccepted(
                "fanlight-agent", () -> Cli.of(new AgentCommand()), AgentSettings.schema(), CameraSettings::of);
    }

    @Test
    void everyDocumentedSettingIsAccepted(@TempDir Path folder) throws IOException {
        DocumentedSettings.assertAccepted(AgentSettings.schema(), CameraSettings::of, folder);
    }
}
