package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.AgentVersion;
import dev.fanlight.agent.LocalCamera;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.ListenAddress;
import dev.fanlight.agent.config.NamedCameras;
import dev.fanlight.agent.log.RunLog;
import dev.fanlight.agent.log.TextLog;
import dev.fanlight.agent.pipeline.FrameListener;
import dev.fanlight.agent.preview.PreviewContext;
import dev.fanlight.agent.preview.PreviewServer;
import dev.fanlight.agent.preview.site.PlayerPages;
import dev.fanlight.agent.state.CameraStates;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.Secrets;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent preview}: shows the camera on the local network without a relay, or writes one still. Main thread. */
@Command(
        name = "preview",
        description = "Show the camera to a browser on the local network, without a relay.",
        mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final String CAMERA = "preview";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Option(
            names = "--source",
            paramLabel = "SRC",
            description = "What is captured (setting camera.source). Default: as configured.")
    private @Nullable String source;

    @Option(names = "--camera", paramLabel = "NAME", description = "Which of several cameras of the settings.")
    private @Nullable String camera;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "0.0.0.0:8770",
            description = "Where browsers connect. Default: ${DEFAULT-VALUE}, every network of this computer.")
    private String listen = "";

    @Option(names = "--jpeg", paramLabel = "FILE", description = "Write one still instead, and exit.")
    private @Nullable Path jpeg;

    @Option(names = "--open", description = "Open it in the browser of this computer.")
    private boolean open;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path file = jpeg;
        LibraryLogs.quiet(program.options().verbose());
        return file == null
                ? show()
                : StillFile.write(chosen(true), file, spec.commandLine().getOut());
    }

    private int show() throws Exception {
        ListenAddress address = listenAddress();
        Chosen chosen = chosen(false);
        PrintWriter out = spec.commandLine().getOut();
        RunEnd end = new RunEnd(1);
        RunReport report = new RunReport(
                new TextLog(out, InstantSource.system(), ZoneId.systemDefault()), RunLog.NO_CAMERA, "", end);
        MediaClock clock = MediaClock.system();
        PreviewContext context =
                new PreviewContext(AgentVersion.text(), clock, NanoClock.SYSTEM, new Secrets(new SecureRandom()));
        PreviewAddresses addresses = new PreviewAddresses(out);
        try (EventLoop loop = new EventLoop(STOP_LIMIT, end::broken);
                PreviewServer server =
                        PreviewServer.start(loop, address, PlayerPages.load(), context, addresses::used);
                LocalCamera shown = chosen.start(CAMERA, frame -> {}, report, clock)) {
            server.show(CAMERA, shown.stream());
            addresses.begin(server, CAMERA).filter(first -> open).ifPresent(first -> BrowserProcess.open(first, out));
            return end.await();
        }
    }

    private ListenAddress listenAddress() {
        try {
            return ListenAddress.parse(listen);
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, "--listen must be " + e.getMessage() + ".");
        }
    }

    /**
     * The camera that is shown.
     *
     * @param settings what it captures
     * @param pauses what pauses it for a relay, and so here too
     */
    record Chosen(CameraSettings settings, List<PauseFile> pauses) {

        LocalCamera start(String name, FrameListener frames, AgentListener listener, MediaClock clock) {
            return LocalCamera.start(name, settings, pauses, frames, listener, clock);
        }
    }

    /** A still needs raw frames, so it is encoded here whatever the settings say. */
    private Chosen chosen(boolean raw) {
        Map<String, String> flags = new HashMap<>();
        Optional.ofNullable(source).ifPresent(given -> flags.put(AgentSettings.SOURCE.key(), given));
        if (raw) {
            flags.put(AgentSettings.ENCODE.key(), "software");
        }
        Settings settings = program.options().settings(System.getenv(), flags);
        Path state = program.options().state(System.getenv());
        Map<String, Settings> named = settings.all(NamedCameras.SECTION);
        if (source != null || (named.isEmpty() && camera == null)) {
            return new Chosen(CameraSettings.of(settings), List.of(new PauseFile(state)));
        }
        List<String> names = List.copyOf(named.keySet());
        String wanted = camera != null ? camera : names.get(0);
        return Optional.ofNullable(named.get(wanted))
                .map(section -> new Chosen(
                        CameraSettings.named(section),
                        List.of(
                                new PauseFile(state),
                                new PauseFile(
                                        new CameraStates(state).store(wanted).folder()))))
                .orElseThrow(() -> new UserException(
                        ExitCode.USAGE,
                        "The settings know no camera \"" + wanted + "\"."
                                + (names.isEmpty()
                                        ? " They name none: leave out --camera."
                                        : " They know: " + String.join(", ", names) + ".")));
    }
}
