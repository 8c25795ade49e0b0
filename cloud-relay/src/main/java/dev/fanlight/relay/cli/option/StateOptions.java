package dev.fanlight.relay.cli.option;

import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.state.UserFolders;
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

    /** Where the folder is, whether it is there or not. */
    public Path path() {
        return state == null ? UserFolders.of(System.getenv()).state("relay") : state;
    }

    /** The folder, which is made unless it is there. */
    public RelayStateFolder folder() {
        return RelayStateFolder.open(path());
    }
}
