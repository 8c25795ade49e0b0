package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.file.SettingsFile;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.state.UserFolders;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command, before or after its name. Filled in by picocli; read by the main thread. */
final class CommonOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings file (YAML). Default: $$FANLIGHT_CONFIG, or ~/.config/fanlight/agent.yaml, or"
                    + " /etc/fanlight/agent.yaml.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "Sets one setting; overrides file and environment.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder that holds the keys. Default: $$STATE_DIRECTORY, or ~/.local/state/fanlight/agent.")
    private @Nullable Path state;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print stack traces and the warnings of libraries.")
    private boolean verbose;

    /** Whether FFmpeg's own messages and stack traces are wanted. */
    boolean verbose() {
        return verbose;
    }

    Path state(Map<String, String> environment) {
        return state != null ? state : UserFolders.of(environment).state("agent");
    }

    /** The settings file: the one that was named, else the first of {@link SettingsFile#find}. */
    Optional<Path> file(Map<String, String> environment) {
        return Optional.ofNullable(config).or(() -> SettingsFile.find(Path.of("/"), environment));
    }

    /** Settings from file, environment and options; {@code flags} override all others. */
    Settings settings(Map<String, String> environment, Map<String, String> flags) {
        return reader(environment).overrides(flags).read();
    }

    /** What file, environment and options say. */
    SettingsReader reader(Map<String, String> environment) {
        return new SettingsReader(AgentSettings.schema())
                .file(file(environment))
                .environment(environment)
                .overrides(overrides);
    }
}
