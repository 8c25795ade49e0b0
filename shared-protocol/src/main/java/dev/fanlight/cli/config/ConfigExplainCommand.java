package dev.fanlight.cli.config;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.settings.file.SettingExplanation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code config explain}. */
@Command(
        name = "explain",
        description = "Say what a setting means, what it may be, and how to set it.",
        mixinStandardHelpOptions = true)
public final class ConfigExplainCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "KEY",
            description = "As config show lists it, or with a name of your own in a section that has names.")
    private String key = "";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ConfiguredProgram program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Created by picocli. */
    public ConfigExplainCommand() {}

    @Override
    public Integer call() {
        SettingExplanation.lines(program.name(), program.schema(), key)
                .forEach(spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }
}
