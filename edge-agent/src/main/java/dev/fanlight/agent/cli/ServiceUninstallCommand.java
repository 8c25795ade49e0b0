package dev.fanlight.agent.cli;

import dev.fanlight.agent.service.ServiceInstaller;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.Systemctl;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent service uninstall}. */
@Command(
        name = "uninstall",
        description = "Stop and remove the service. Keys and settings stay.",
        mixinStandardHelpOptions = true)
final class ServiceUninstallCommand implements Callable<Integer> {

    @Option(names = "--root", paramLabel = "DIR", description = "The folder it was installed into. Default: /")
    private Path root = Path.of("/");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        new ServiceInstaller(root, new Systemctl(), spec.commandLine().getOut()::println).uninstall();
        return ExitCode.OK;
    }
}
