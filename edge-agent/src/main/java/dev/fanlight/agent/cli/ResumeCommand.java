package dev.fanlight.agent.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent resume}. */
@Command(name = "resume", description = "End what \"pause\" has begun.", mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            description = "One of several cameras that was paused by its name.")
    private @Nullable String camera;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean ended = PausedCamera.file(program.options().state(System.getenv()), camera)
                .resume();
        spec.commandLine().getOut().println(ended ? "✓ resumed" : "  it was not paused");
        return 0;
    }
}
