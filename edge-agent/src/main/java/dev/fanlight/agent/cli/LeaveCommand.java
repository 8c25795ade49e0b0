package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentBuilder;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent leave}: the relay is not told, for agents have no message for that. */
@Command(
        name = "leave",
        description = "Forget the relay and delete the key, on this computer only. Asks for confirmation.",
        mixinStandardHelpOptions = true)
final class LeaveCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            description = "Which camera leaves, when the settings name several: NAME as in cameras.NAME.source.")
    private Optional<String> camera = Optional.empty();

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path state = program.options().state(System.getenv());
        IdentityStore store = IdentityChoice.of(state, camera);
        DeviceIdentity identity = store.load().orElseThrow(() -> AgentBuilder.notJoined(store.folder()));
        // An agent that runs must not lose the identity it runs with.
        AgentLock lock = AgentLock.of(state);
        try (lock) {
            confirm(identity);
            store.forget();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("✓ left " + identity.relay().authority() + ": the key of \"" + identity.camera()
                + "\" is deleted from " + store.folder());
        out.println();
        out.println(
                "  The relay was not told, and still knows this camera. Its owner revokes the key there, or removes the camera:");
        out.println("      fanlight-relay camera revoke " + identity.camera());
        out.println("      fanlight-relay camera remove " + identity.camera());
        out.flush();
        return ExitCode.OK;
    }

    private void confirm(DeviceIdentity identity) {
        if (yes) {
            return;
        }
        String answer = Questions.ofProcess()
                .ask(
                        "This deletes the key of \"" + identity.camera() + "\" at "
                                + identity.relay().authority() + "; to stream again, it has to join again."
                                + " Type its name to confirm:",
                        "--yes");
        if (!answer.equals(identity.camera())) {
            throw new UserException(ExitCode.FAILED, "The name does not match. Nothing was deleted.");
        }
    }
}
