package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.file.SettingsFile;
import dev.fanlight.agent.service.ServiceInstaller;
import dev.fanlight.agent.source.camera.CameraList;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.Systemctl;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent setup}. */
@Command(
        name = "setup",
        description =
                "Find the camera, show that frames come, join a relay and install the service. Asks what no option"
                        + " answers.",
        mixinStandardHelpOptions = true)
final class SetupCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Option(
            names = "--source",
            paramLabel = "SRC",
            description =
                    "The camera: a device, libcamera:0, an rtsp://, http:// or onvif:// address, file:PATH or test.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--link",
            paramLabel = "LINK",
            description = "The link that \"fanlight-relay camera invite NAME\" printed, in quotes.")
    private Optional<String> link = Optional.empty();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "Settings file to write. Default: ~/.config/fanlight/agent.yaml, of root /etc/fanlight/agent.yaml.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--no-service", description = "Do not install the service.")
    private boolean withoutService;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SupportedComputer.check(System.getProperty("os.arch", ""));
        LibraryLogs.quiet(program.options().verbose());
        Path state = program.options().state(System.getenv());
        IdentityStore store = new IdentityStore(state);
        Optional<JoinLink> given = link.map(Pairing::link);
        given.ifPresent(unused -> Pairing.checkNotJoined(store));
        PrintWriter out = spec.commandLine().getOut();
        Questions questions = Questions.ofProcess();
        String chosen =
                source.orElseGet(() -> new SourceChoice(new CameraList(Path.of("/")).find(), questions, out).choose());
        Settings settings = program.options().settings(System.getenv(), Map.of(AgentSettings.SOURCE.key(), chosen));
        SetupSteps steps = new SetupSteps(out, settings);
        AgentLock lock = AgentLock.of(state);
        try (lock) {
            steps.tryCamera();
            join(steps, questions, store, given);
            Path place = file.orElseGet(() -> SettingsFile.toWrite(Path.of("/"), System.getenv()));
            steps.keepSource(chosen, place);
            service(steps, state);
        }
        return ExitCode.OK;
    }

    private static void join(SetupSteps steps, Questions questions, IdentityStore store, Optional<JoinLink> given)
            throws InterruptedException {
        Optional<DeviceIdentity> before = store.load();
        if (before.isPresent() && given.isEmpty()) {
            steps.say("✓ joined already: " + before.get().relay().authority() + " as \""
                    + before.get().camera() + "\"");
            return;
        }
        JoinLink chosen = given.orElseGet(() -> Pairing.link(
                questions.ask("Link of the relay (from: fanlight-relay camera invite NAME):", "--link LINK")));
        steps.join(chosen, store, steps.settings().get(AgentSettings.CONNECT_TIMEOUT));
    }

    private void service(SetupSteps steps, Path state) throws InterruptedException {
        if (withoutService) {
            String options = file.map(written -> "-c " + written + " ").orElse("");
            steps.say("  Stream now:  fanlight-agent " + options + "run");
            return;
        }
        new ServiceInstaller(Path.of("/"), new Systemctl(), steps::say)
                .install(ProgramFile.java(), ProgramFile.jar(), state);
        steps.say("  What it does:  sudo fanlight-agent --state /var/lib/fanlight-agent status");
    }
}
