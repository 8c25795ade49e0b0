package dev.fanlight.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent service}: the commands about the service. */
@Command(
        name = "service",
        description = "Install the agent as a service that starts with the computer.",
        mixinStandardHelpOptions = true,
        subcommands = {ServiceInstallCommand.class, ServiceUninstallCommand.class, ServiceStatusCommand.class})
final class ServiceCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: install, uninstall or status");
    }

    CommonOptions options() {
        return program.options();
    }
}
