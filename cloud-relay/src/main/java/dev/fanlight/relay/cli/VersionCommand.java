package dev.fanlight.relay.cli;

import dev.fanlight.relay.cli.terminal.Terminal;
import dev.fanlight.relay.config.RelayVersion;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code version}. */
@Command(name = "version", description = "Print the version.", mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Terminal.of(spec).line("fanlight-relay " + RelayVersion.text());
        return 0;
    }
}
