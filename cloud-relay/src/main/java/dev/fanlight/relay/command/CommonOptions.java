package dev.fanlight.relay.command;

import dev.fanlight.relay.config.RelaySettings;
import dev.fanlight.relay.config.StateFolder;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. Filled by picocli. */
final class CommonOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings in YAML.")
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting; wins over file and environment.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "State folder. Default: $STATE_DIRECTORY or ~/.local/state/fanlight/relay")
    private @Nullable Path state;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more, with stack traces.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    Settings settings() {
        return new SettingsReader(RelaySettings.ALL)
                .file(Optional.ofNullable(config))
                .environment(System.getenv())
                .overrides(overrides)
                .read();
    }

    StateFolder folder() {
        Path path = state == null ? StateFolder.defaultPath(System.getenv(), System.getProperty("user.home")) : state;
        return StateFolder.open(path);
    }
}
