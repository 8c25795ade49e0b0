package dev.fanlight.relay.cli.option;

import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the settings come from. Filled by picocli. */
public final class SettingsOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings in YAML.")
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting; wins over file and environment.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    public Settings settings() {
        return new SettingsReader(RelayGateways.SCHEMA)
                .file(Optional.ofNullable(config))
                .environment(System.getenv())
                .overrides(overrides)
                .read();
    }
}
