package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.file.SettingsFile;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.SettingsReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent config check}. */
@Command(
        name = "check",
        description = "Check a settings file: every problem with its line. Exit code 3 when there is one.",
        mixinStandardHelpOptions = true)
final class ConfigCheckCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ConfigCommand group;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: the one that run would read.")
    private Optional<Path> file = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path checked = file.or(() -> group.options().file(System.getenv())).orElseThrow(ConfigCheckCommand::noFile);
        SettingsReader reader = new SettingsReader(AgentSettings.schema()).file(Optional.of(checked));
        reader.read();
        long given = reader.effective().stream()
                .filter(setting -> !setting.isDefault())
                .count();
        spec.commandLine()
                .getOut()
                .println("✓ " + checked + ": " + given + (given == 1 ? " setting" : " settings") + ", all valid");
        return ExitCode.OK;
    }

    private static UserException noFile() {
        return new UserException(
                ExitCode.SETTINGS,
                "There is no settings file, and none is needed. Looked for "
                        + SettingsFile.places(Path.of("/"), System.getenv()).stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(" and "))
                        + ". Write one: fanlight-agent config init");
    }
}
