package dev.fanlight.relay.command;

import dev.fanlight.relay.config.StateFolder;
import dev.fanlight.relay.store.Cameras.Camera;
import dev.fanlight.relay.store.RelayStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code camera list}. */
@Command(name = "list", description = "List the cameras.", mixinStandardHelpOptions = true)
final class CameraListCommand implements Callable<Integer> {

    /** The relay notes every 30 s which cameras are there. */
    private static final Duration ONLINE_LIMIT = Duration.ofSeconds(45);

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json.")
    private OutputFormat format = OutputFormat.TEXT;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        Logs.setUp(options.isVerbose());
        StateFolder folder = options.folder();
        try (RelayStore store = CommonOptions.openStore(folder)) {
            print(store.cameras().list());
        }
        return 0;
    }

    private void print(List<Camera> cameras) {
        Terminal terminal = Terminal.of(spec);
        if (format == OutputFormat.JSON) {
            terminal.line(cameras.stream().map(this::json).collect(Collectors.joining(",", "[", "]")));
            return;
        }
        if (cameras.isEmpty()) {
            terminal.line("There is no camera yet. Add one: fanlight-relay camera invite front");
            return;
        }
        terminal.line(String.format("%-32s %-8s %-20s %s", "CAMERA", "STATE", "CREATED", "DEVICE"));
        cameras.forEach(camera -> terminal.line(String.format(
                "%-32s %-8s %-20s %s",
                camera.name(), state(camera), created(camera), camera.device().orElse("–"))));
    }

    private String json(Camera camera) {
        return "{\"camera\":" + Json.string(camera.name().text()) + ",\"state\":" + Json.string(state(camera))
                + ",\"created\":" + Json.string(created(camera)) + ",\"device\":"
                + camera.device().map(Json::string).orElse("null") + "}";
    }

    private String state(Camera camera) {
        if (camera.device().isEmpty()) {
            return "pending";
        }
        boolean online = camera.lastSeenMillis().isPresent()
                && clock.millis() - camera.lastSeenMillis().getAsLong() < ONLINE_LIMIT.toMillis();
        return online ? "online" : "offline";
    }

    private static String created(Camera camera) {
        return Instant.ofEpochMilli(camera.createdMillis())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
