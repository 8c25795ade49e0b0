package dev.fanlight.relay.cli.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.bench.Closer;
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

/** {@code bench}. */
@Command(
        name = "bench",
        description =
                "Measure how many viewers this computer holds, with a temporary relay, a synthetic camera and synthetic viewers.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    @Mixin
    private BenchLoadOptions load = new BenchLoadOptions();

    @Mixin
    private BenchRelayOptions own = new BenchRelayOptions();

    @Mixin
    private BenchLinkOptions others = new BenchLinkOptions();

    @Option(names = "--json", description = "Print JSON, one object per line.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print debug messages and stack traces.")
    private boolean verbose;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Logs.setUp(verbose);
        Optional<WatchLink> link = others.link();
        checkCombination(link.isPresent());
        Terminal terminal = Terminal.of(spec);
        BenchReport report = json ? new BenchJson(terminal) : new BenchText(terminal);
        try (Closer closer = new Closer()) {
            Thread atCtrlC = new Thread(closer::close, "shutdown");
            Runtime.getRuntime().addShutdownHook(atCtrlC);
            BenchRun run = new BenchRun(load.steps(), load.times(), report, closer);
            link.ifPresentOrElse(url -> run.existing(others.target(url), url, others.process()), () -> run.local(own));
            Runtime.getRuntime().removeShutdownHook(atCtrlC);
        }
        return ExitCode.OK;
    }

    private void checkCombination(boolean hasLink) {
        if (hasLink && own.isSet()) {
            throw new UserException(
                    ExitCode.USAGE,
                    "--plain, --pin, --fps, --bitrate, --sound, --set and --jvm-option cannot be combined with URL.");
        }
        if (!hasLink && others.isSet()) {
            throw new UserException(ExitCode.USAGE, "--ca, --insecure and --pid require URL.");
        }
        if (hasLink && load.steps().viewers().isEmpty()) {
            throw new UserException(ExitCode.USAGE, "--viewers 0 cannot be combined with URL.");
        }
    }
}
