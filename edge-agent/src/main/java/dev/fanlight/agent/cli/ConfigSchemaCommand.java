package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.file.SettingsJsonSchema;
import dev.fanlight.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent config schema}. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of the settings file, for editors.",
        mixinStandardHelpOptions = true)
final class ConfigSchemaCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(SettingsJsonSchema.text());
        return ExitCode.OK;
    }
}
