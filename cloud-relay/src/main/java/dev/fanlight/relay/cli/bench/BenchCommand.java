package dev.fanlight.relay.cli.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.bench.Leftovers;
import dev.fanlight.relay.bench.WatchLink;
import dev.fanlight.relay.cli.option.Logs;
import dev.fanlight.relay.cli.terminal.Terminal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: how many viewers this machine holds. */
@Command(
        name = "bench",
        description =
                "Measure how many viewers this machine holds, with a relay, a camera and viewers for the purpose.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    @Mixin
    private BenchLoadOptions load = new BenchLoadOptions();

    @Mixin
    private BenchRelayOptions own = new BenchRelayOptions();

    @Mixin
    private BenchLinkOptions others = new BenchLinkOptions();

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more, with stack traces.")
    private boolean verbose;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Logs.setUp(verbose);
        Optional<WatchLink> link = others.link();
        refuseMixtures(link.isPresent());
        Terminal terminal = Terminal.of(spec);
        BenchReport report = json ? new BenchJson(terminal) : new BenchText(terminal);
        try (Leftovers leftovers = new Leftovers()) {
            Thread atCtrlC = new Thread(leftovers::close, "shutdown");
            Runtime.getRuntime().addShutdownHook(atCtrlC);
            BenchRun run = new BenchRun(load.ladder(), load.times(), report, leftovers);
            link.ifPresentOrElse(url -> run.watch(others.target(url), url, others.process()), () -> run.ownRelay(own));
            Runtime.getRuntime().removeShutdownHook(atCtrlC);
        }
        return ExitCode.OK;
    }

    private void refuseMixtures(boolean hasLink) {
        if (hasLink && own.isTouched()) {
            throw new UserException(
                    ExitCode.USAGE,
                    "--plain, --pin, --fps, --bitrate, --set and --jvm-option are for a relay that bench starts: not with URL.");
        }
        if (!hasLink && others.isTouched()) {
            throw new UserException(ExitCode.USAGE, "--ca, --insecure and --pid need the URL of a relay.");
        }
        if (hasLink && load.ladder().rungs().isEmpty()) {
            throw new UserException(ExitCode.USAGE, "--viewers 0 only publishes, which needs no URL.");
        }
    }
}
