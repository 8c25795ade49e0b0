package dev.fanlight.agent.cli;

import dev.fanlight.agent.service.ServiceInstaller;
import dev.fanlight.agent.service.ServiceUnit;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.Systemctl;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent service install}. */
@Command(
        name = "install",
        description = "Install the service for systemd, with the keys of this user's state folder, and start it.",
        mixinStandardHelpOptions = true)
final class ServiceInstallCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ServiceCommand group;

    @Option(names = "--print", description = "Only print the unit file.")
    private boolean print;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Install into this folder, as into an image; nothing is started. Default: /")
    private Path root = Path.of("/");

    @Option(names = "--jar", paramLabel = "FILE", description = "The program. Default: the one that runs.")
    private Optional<Path> jar = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path program = jar.orElseGet(ProgramFile::jar);
        if (print) {
            out.print(new ServiceUnit(ProgramFile.java(), program).text());
            out.flush();
            return ExitCode.OK;
        }
        Path state = group.options().state(System.getenv());
        AgentLock lock = AgentLock.of(state);
        try (lock) {
            new ServiceInstaller(root, new Systemctl(), out::println).install(ProgramFile.java(), program, state);
        }
        return ExitCode.OK;
    }
}
