package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or behind its name. Filled in by picocli; read by the main thread. */
final class CommonOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings file (YAML).")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "One setting, stronger than file and environment.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the key is kept. Default: $$STATE_DIRECTORY, or ~/.local/state/fanlight/agent.")
    private @Nullable Path state;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from.")
    private boolean verbose;

    /** Whether FFmpeg's own messages and stack traces are wanted. */
    boolean verbose() {
        return verbose;
    }

    Path state(Map<String, String> environment) {
        return state != null ? state : AgentStateFolder.of(environment);
    }

    /** Settings out of file, environment and flags; {@code flags} are stronger than all. */
    Settings settings(Map<String, String> environment, Map<String, String> flags) {
        return new SettingsReader(AgentSettings.all())
                .file(Optional.ofNullable(config))
                .environment(environment)
                .overrides(overrides)
                .overrides(flags)
                .read();
    }
}
