package dev.fanlight.relay.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code camera list}. */
@Command(name = "list", description = "List the cameras.", mixinStandardHelpOptions = true)
final class CameraListCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json.")
    private OutputFormat format = OutputFormat.TEXT;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Logs.setUp(options.isVerbose());
        print(RelayApi.of(options.folder()).list("/cameras"));
        return 0;
    }

    private void print(List<JsonObject> cameras) {
        Terminal terminal = Terminal.of(spec);
        if (format == OutputFormat.JSON) {
            terminal.line(new JsonArray(cameras).encode());
            return;
        }
        if (cameras.isEmpty()) {
            terminal.line("There is no camera yet. Add one: fanlight-relay camera invite front");
            return;
        }
        terminal.line(String.format("%-32s %-8s %-8s %-10s %s", "CAMERA", "STATE", "VIEWERS", "FOUND BY", "CREATED"));
        cameras.forEach(camera -> terminal.line(String.format(
                "%-32s %-8s %-8d %-10s %s",
                camera.getString("camera"),
                camera.getString("state"),
                camera.getInteger("viewers"),
                camera.getString("visibility"),
                created(camera))));
    }

    private static String created(JsonObject camera) {
        return Instant.ofEpochMilli(camera.getLong("created_at"))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
