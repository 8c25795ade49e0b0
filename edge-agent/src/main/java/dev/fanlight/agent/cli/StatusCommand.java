package dev.fanlight.agent.cli;

import dev.fanlight.agent.control.ControlSocket;
import dev.fanlight.agent.status.StatusText;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.runtime.Sleeper;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent status}. */
@Command(
        name = "status",
        description = "Show what the running agent does. Exit code 9 when none is running.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final String CLEAR = "\u001b[H\u001b[J";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Option(
            names = {"-w", "--watch"},
            description = "Show it again every second, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "text, or json: one object in one line. Default: text")
    private OutputForm form = OutputForm.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        ControlSocket agent = new ControlSocket(program.options().state(System.getenv()));
        show(agent.status());
        while (watch) {
            Sleeper.SYSTEM.sleepNanos(INTERVAL.toNanos());
            show(agent.status());
        }
        return ExitCode.OK;
    }

    private void show(ControlSocket.Status status) {
        PrintWriter out = spec.commandLine().getOut();
        if (form == OutputForm.JSON) {
            out.println(status.json());
        } else {
            out.print(watch && spec.commandLine().getColorScheme().ansi().enabled() ? CLEAR : "");
            StatusText.lines(status.cameras(), Instant.now()).forEach(out::println);
        }
        out.flush();
    }
}
