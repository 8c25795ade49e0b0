package dev.fanlight.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent config}: the commands about settings. */
@Command(
        name = "config",
        description = "Show, check and explain settings.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ConfigShowCommand.class,
            ConfigCheckCommand.class,
            ConfigExplainCommand.class,
            ConfigInitCommand.class,
            ConfigSchemaCommand.class
        })
final class ConfigCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: show, check, explain, init or schema");
    }

    CommonOptions options() {
        return program.options();
    }
}
