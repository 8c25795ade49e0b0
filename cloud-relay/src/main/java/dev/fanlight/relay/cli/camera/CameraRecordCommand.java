package dev.fanlight.relay.cli.camera;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import dev.fanlight.relay.store.RecordMode;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code camera record}. */
@Command(
        name = "record",
        description =
                "Set when a camera is recorded: never, while_watched (while somebody watches) or always, which keeps the camera"
                        + " running. The pages of its viewers show that it is recorded.",
        mixinStandardHelpOptions = true)
final class CameraRecordCommand implements Runnable {

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Parameters(index = "1", paramLabel = "never|while_watched|always", description = "When it is recorded.")
    private RecordMode mode = RecordMode.NEVER;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        JsonObject request = new JsonObject().put("record", mode.text());
        options.print(
                options.api().about(camera.name()).patch("/cameras/" + camera.name(), request),
                CameraRecordCommand::print);
    }

    private static void print(Terminal terminal, JsonObject camera) {
        String name = JsonMembers.text(camera, "camera");
        terminal.line(
                switch (RecordMode.of(JsonMembers.text(camera, "record")).orElse(RecordMode.NEVER)) {
                    case NEVER -> "✓ \"" + name + "\" is not recorded. What was recorded stays until its time is over.";
                    case WHILE_WATCHED -> "✓ \"" + name + "\" is recorded while somebody watches.";
                    case ALWAYS -> "✓ \"" + name + "\" is recorded from now on.";
                });
    }
}
