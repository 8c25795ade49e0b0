package dev.fanlight.agent.cli;

import dev.fanlight.agent.control.ControlSocket;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.media.CameraPause;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent pause}: a running agent notices within a second, the next one at its start. */
@Command(
        name = "pause",
        description = "Turn the camera off for all viewers until \"resume\" is run here; the relay cannot undo it.",
        mixinStandardHelpOptions = true)
final class PauseCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Parameters(arity = "0..1", paramLabel = "WHY", description = "What viewers read, such as \"cleaning the lens\".")
    private String why = "";

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            description = "One of several cameras; all of them without this option.")
    private @Nullable String camera;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PauseFile file = PausedCamera.file(program.options().state(System.getenv()), camera);
        boolean whole = file.pause(why);
        String words = file.reason()
                .filter(reason -> !reason.isEmpty())
                .map(reason -> ": " + reason)
                .orElse(".");
        spec.commandLine()
                .getOut()
                .println("✓ paused. Viewers read: The people at the camera paused it" + words
                        + System.lineSeparator() + "  To end that: fanlight-agent resume"
                        + (camera == null ? "" : " --camera " + camera));
        if (!whole) {
            spec.commandLine()
                    .getOut()
                    .println("! The reason was too long: at most " + CameraPause.MAX_REASON + " characters are kept.");
        }
        warnWithoutAgent();
        return 0;
    }

    /** Without this, a pause in the folder of another user would be taken for one of the running agent. */
    private void warnWithoutAgent() {
        Path state = program.options().state(System.getenv());
        if (!new ControlSocket(state).isRunning()) {
            spec.commandLine()
                    .getOut()
                    .println("! No agent is running with the state folder " + state
                            + ": this holds for the next one there. Is it a service? Then:"
                            + " sudo fanlight-agent --state /var/lib/fanlight-agent pause");
        }
    }
}
