package dev.fanlight.relay.command;

import dev.fanlight.relay.config.StateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which relay of this computer, and how much to say. Filled by picocli. */
final class StateOptions {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "State folder of the relay. Default: $STATE_DIRECTORY or ~/.local/state/fanlight/relay")
    private @Nullable Path state;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more, with stack traces.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    StateFolder folder() {
        Path path = state == null ? StateFolder.defaultPath(System.getenv(), System.getProperty("user.home")) : state;
        return StateFolder.open(path);
    }
}
