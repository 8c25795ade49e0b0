package dev.fanlight.cli.config;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.file.SettingsTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code config init}. */
@Command(
        name = "init",
        description = "Write a settings file with every key, its meaning and its default. Never overwrites one.",
        mixinStandardHelpOptions = true)
public final class ConfigInitCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Default: the one of this user, below ~/.config/fanlight; of root the one in /etc/fanlight.")
    private Optional<Path> file = Optional.empty();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ConfiguredProgram program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Created by picocli. */
    public ConfigInitCommand() {}

    @Override
    public Integer call() {
        Path place = file.orElseGet(program::toWrite);
        if (Files.exists(place)) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    place + " exists already and is not overwritten. Name another file, or move that one away first.");
        }
        program.write(
                place, SettingsTemplate.text(program.name(), program.schema().settings(), program.example(), place));
        spec.commandLine().getOut().println("✓ wrote " + place + ": every line is the default");
        return ExitCode.OK;
    }
}
