package dev.fanlight.cli.config;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code config check}. */
@Command(
        name = "check",
        description = "Check a settings file: every problem with its line. Exit code 3 when there is one.",
        mixinStandardHelpOptions = true)
public final class ConfigCheckCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ConfiguredProgram program;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: the one that the program would read.")
    private Optional<Path> file = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Created by picocli. */
    public ConfigCheckCommand() {}

    @Override
    public Integer call() {
        return file.or(program::file).map(this::check).orElseGet(this::noFile);
    }

    private int check(Path checked) {
        SettingsReader reader = new SettingsReader(program.schema()).file(Optional.of(checked));
        program.check(reader.read());
        long given = reader.effective().stream()
                .filter(setting -> !setting.isDefault())
                .count();
        spec.commandLine()
                .getOut()
                .println("✓ " + checked + ": " + given + (given == 1 ? " setting" : " settings") + ", all valid");
        return ExitCode.OK;
    }

    private int noFile() {
        List<Path> places = program.places();
        places.stream().filter(Files::exists).findFirst().ifPresent(place -> {
            throw new UserException(
                    ExitCode.SETTINGS,
                    place + " cannot be read by this user, so it is not checked. Does this need sudo?");
        });
        spec.commandLine()
                .getOut()
                .println("✓ There is no settings file, and none is needed: the defaults hold. Looked for "
                        + places.stream().map(Path::toString).collect(Collectors.joining(" and "))
                        + ". Write one: " + program.name() + " config init");
        return ExitCode.OK;
    }
}
