package dev.fanlight.cli.config;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.settings.file.SettingsJsonSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code config schema}. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of the settings file, for editors.",
        mixinStandardHelpOptions = true)
public final class ConfigSchemaCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ConfiguredProgram program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Created by picocli. */
    public ConfigSchemaCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(SettingsJsonSchema.text(program.name(), program.schema()));
        return ExitCode.OK;
    }
}
