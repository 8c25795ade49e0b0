package dev.fanlight.relay.cli;

import dev.fanlight.cli.Cli;
import dev.fanlight.house.document.DocumentedCommands;
import dev.fanlight.house.document.DocumentedSettings;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds all documents to the relay: what they tell a person to type or to write into its settings is accepted. */
class DocumentedRelayTest {

    private static final Set<String> OF_THE_AGENT =
            Set.of("camera", "cameras", "low", "capture", "encode", "hooks", "indicator", "network", "preview", "api");

    @Test
    void everyDocumentedCommandLineIsAccepted() {
        DocumentedCommands.assertAccepted(
                "fanlight-relay", () -> Cli.of(new RelayCommand()), RelayGateways.SCHEMA, DocumentedRelayTest::use);
    }

    @Test
    void everyDocumentedSettingIsAccepted(@TempDir Path folder) throws IOException {
        DocumentedSettings.assertAccepted(RelayGateways.SCHEMA, DocumentedRelayTest::use, folder);
    }

    @Test
    void everySampleIsOfOneOfThePrograms() {
        DocumentedSettings.assertKnown(RelayGateways.SCHEMA, OF_THE_AGENT);
    }

    private static void use(Settings settings) {
        RelayConfig.of(settings);
        RelayGateways.KINDS.configured(settings);
    }
}
