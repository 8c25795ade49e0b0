package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentBuilder;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent run}: streams until it is stopped, or cannot go on. */
@Command(name = "run", description = "Stream in the foreground.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Option(
            names = "--source",
            paramLabel = "SRC",
            description = "auto, test, file:PATH or a device like /dev/video0 (setting camera.source).")
    private @Nullable String source;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Map<String, String> flags = source == null ? Map.of() : Map.of(AgentSettings.SOURCE.key(), source);
        Settings settings = program.options().settings(System.getenv(), flags);
        Path state = program.options().state(System.getenv());
        DeviceIdentity identity = new IdentityStore(state).load().orElseThrow(() -> AgentBuilder.notJoined(state));
        LibraryLogs.quiet(program.options().verbose());
        CompletableFuture<Integer> end = new CompletableFuture<>();
        PrintWriter out = spec.commandLine().getOut();
        AgentBuilder.Plan plan = FanlightAgent.builder()
                .state(state)
                .settings(settings)
                .nativeWarnings(program.options().verbose())
                .listener(new RunReport(out, identity.relay().getAuthority(), end))
                .build();
        try (FanlightAgent agent = plan.start()) {
            ShutdownThread.register(agent::close);
            return end.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UserException user ? user : e;
        }
    }
}
