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
import picocli.CommandLine.ScopeType;

/** Sources of the settings. Filled by picocli. */
public final class SettingsOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings file (YAML). Default: $FANLIGHT_CONFIG, ~/.config/fanlight/relay.yaml or"
                    + " /etc/fanlight/relay.yaml")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "A setting; overrides file and environment. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    public Settings settings() {
        return reader().read();
    }

    /** What file, environment and options say now. Blocking. */
    public SettingsReader reader() {
        return new SettingsReader(RelayGateways.SCHEMA)
                .file(file())
                .environment(System.getenv())
                .overrides(overrides);
    }

    /** The settings file: the one that was named, else the first that can be read. */
    public Optional<Path> file() {
        return Optional.ofNullable(config).or(() -> RelaySettingsFile.find(System.getenv()));
    }
}
