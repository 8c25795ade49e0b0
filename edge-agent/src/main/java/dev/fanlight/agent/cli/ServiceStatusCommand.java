package dev.fanlight.agent.cli;

import dev.fanlight.agent.service.ServiceInstaller;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.Systemctl;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent service status}. */
@Command(
        name = "status",
        description = "Say whether the service runs. Exit code 9 when it does not.",
        mixinStandardHelpOptions = true)
final class ServiceStatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        boolean runs = new ServiceInstaller(
                        Path.of("/"), new Systemctl(), spec.commandLine().getOut()::println)
                .status();
        return runs ? ExitCode.OK : ExitCode.NOT_RUNNING;
    }
}
