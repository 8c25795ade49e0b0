package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentBuilder;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.LocalAccess;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.LocalSettings;
import dev.fanlight.agent.config.NamedCameras;
import dev.fanlight.agent.control.ControlServer;
import dev.fanlight.agent.control.ControlSocket;
import dev.fanlight.agent.log.JsonLog;
import dev.fanlight.agent.log.RunLog;
import dev.fanlight.agent.log.TextLog;
import dev.fanlight.agent.state.CameraStates;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.log.LogForm;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
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
            description =
                    "auto, test, file:PATH, a device like /dev/video0, libcamera:0, an rtsp://, http://, onvif:// or"
                            + " rtmp:// address or exec:COMMAND (setting camera.source).")
    private @Nullable String source;

    @Option(
            names = "--log",
            paramLabel = "text|json",
            description = "Form of the log: text for people, json for programs (one object a line). Default: text")
    private Optional<LogForm> form = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SupportedComputer.check(System.getProperty("os.arch", ""));
        Map<String, String> flags = source == null ? Map.of() : Map.of(AgentSettings.SOURCE.key(), source);
        Settings settings = program.options().settings(System.getenv(), flags);
        Map<String, Settings> named = settings.all(NamedCameras.SECTION);
        if (source != null && !named.isEmpty()) {
            throw new UserException(
                    ExitCode.USAGE, "--source is for a single camera; the settings name several: cameras.NAME.source");
        }
        RunEnd end = new RunEnd(Math.max(1, named.size()));
        List<AgentBuilder.Plan> plans = named.isEmpty() ? List.of(single(settings, end)) : named(settings, end);
        LibraryLogs.quiet(program.options().verbose(), form());
        Path state = program.options().state(System.getenv());
        AgentLock lock = AgentLock.of(state);
        try (lock;
                FanlightAgent agent = FanlightAgent.start(plans, access(settings, end))) {
            SystemdService service = SystemdService.ofSystem();
            ShutdownThread.register(() -> stop(service, agent));
            Optional<ControlServer.Running> control = control(lock, state, agent, end);
            control.ifPresent(running -> ShutdownThread.register(running::close));
            service.ready(agent, end::broken);
            try {
                return end.await();
            } finally {
                control.ifPresent(ControlServer.Running::close);
            }
        }
    }

    private static void stop(SystemdService service, FanlightAgent agent) {
        service.stopping();
        agent.close();
    }

    private LocalAccess access(Settings settings, RunEnd end) {
        return new LocalAccess(
                settings.get(LocalSettings.PREVIEW_LISTEN),
                settings.get(LocalSettings.API_LISTEN)
                        .map(listen -> new LocalAccess.Api(
                                listen,
                                settings.get(LocalSettings.API_TOKEN),
                                List.of(new PauseFile(program.options().state(System.getenv()))),
                                given -> CameraSettings.of(program.options().settings(System.getenv(), given)),
                                id -> new NamedSourceReport(log(), id, end))));
    }

    /** Without it the agent streams all the same. */
    private Optional<ControlServer.Running> control(AgentLock lock, Path state, FanlightAgent agent, RunEnd end) {
        if (lock.lock().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ControlServer.start(state, agent.cameras(), NanoClock.SYSTEM, end::broken));
        } catch (IOException e) {
            log().line(
                            Level.WARNING,
                            "status, say and share do not work, because the socket " + state.resolve(ControlSocket.FILE)
                                    + " cannot be made: " + e.getMessage(),
                            RunLog.NO_CAMERA);
            return Optional.empty();
        }
    }

    private RunLog log() {
        PrintWriter out = spec.commandLine().getOut();
        return isJson()
                ? new JsonLog(out, InstantSource.system())
                : new TextLog(out, InstantSource.system(), ZoneId.systemDefault());
    }

    /** The option of this command, else of the program. */
    LogForm form() {
        return form.orElseGet(program::log);
    }

    private boolean isJson() {
        return form() == LogForm.JSON;
    }

    private AgentBuilder.Plan single(Settings settings, RunEnd end) {
        Path state = program.options().state(System.getenv());
        DeviceIdentity identity = new IdentityStore(state).load().orElseThrow(() -> AgentBuilder.notJoined(state));
        return FanlightAgent.builder()
                .state(state)
                .settings(settings)
                .nativeWarnings(program.options().verbose())
                .listener(report(isJson() ? identity.camera() : RunLog.NO_CAMERA, identity, end))
                .build();
    }

    private List<AgentBuilder.Plan> named(Settings settings, RunEnd end) {
        List<AgentBuilder.Plan> plans = new ArrayList<>();
        settings.all(NamedCameras.SECTION).forEach((name, section) -> plans.add(named(name, section, settings, end)));
        return plans;
    }

    private AgentBuilder.Plan named(String name, Settings section, Settings settings, RunEnd end) {
        Path state = program.options().state(System.getenv());
        DeviceIdentity identity = new CameraStates(state)
                .store(name)
                .load()
                .orElseThrow(() -> new UserException(
                        ExitCode.NOT_ALLOWED,
                        "The camera \"" + name
                                + "\" has not joined a relay yet. Ask the relay for a link with \"fanlight-relay"
                                + " camera invite NAME\", then run: fanlight-agent join --camera " + name + " LINK"));
        return FanlightAgent.builder()
                .state(state, name)
                .settings(settings)
                .camera(CameraSettings.named(section))
                .nativeWarnings(program.options().verbose())
                .listener(report(name, identity, end))
                .build();
    }

    private RunReport report(String label, DeviceIdentity identity, RunEnd end) {
        return new RunReport(log(), label, identity.relay().authority(), end);
    }
}
