package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.file.NewSettingsFile;
import dev.fanlight.agent.config.file.SettingsFile;
import dev.fanlight.agent.config.file.SettingsTemplate;
import dev.fanlight.cli.ExitCode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent config init}. */
@Command(
        name = "init",
        description = "Write a settings file with every key, its meaning and its default. Never overwrites one.",
        mixinStandardHelpOptions = true)
final class ConfigInitCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Default: ~/.config/fanlight/agent.yaml, of root /etc/fanlight/agent.yaml.")
    private Optional<Path> file = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path place = file.orElseGet(() -> SettingsFile.toWrite(Path.of("/"), System.getenv()));
        NewSettingsFile.write(place, SettingsTemplate.text(place));
        spec.commandLine().getOut().println("✓ wrote " + place + ": every line is the default");
        return ExitCode.OK;
    }
}
