package dev.fanlight.relay.cli.option;

import dev.fanlight.relay.config.RelayStateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** State folder and verbosity. Filled by picocli. */
public final class StateOptions {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "State folder of the relay. Default: $STATE_DIRECTORY or ~/.local/state/fanlight/relay")
    private @Nullable Path state;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print debug messages and stack traces.")
    private boolean verbose;

    public boolean isVerbose() {
        return verbose;
    }

    public RelayStateFolder folder() {
        Path path =
                state == null ? RelayStateFolder.defaultPath(System.getenv(), System.getProperty("user.home")) : state;
        return RelayStateFolder.open(path);
    }
}
