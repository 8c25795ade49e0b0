package dev.fanlight.relay.command;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code camera list}. */
@Command(name = "list", description = "List the cameras.", mixinStandardHelpOptions = true)
final class CameraListCommand implements Runnable {

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(
                options.api().list("/cameras"),
                "There is no camera yet. Add one: fanlight-relay camera invite front",
                CameraListCommand::row,
                "CAMERA",
                "STATE",
                "VIEWERS",
                "FOUND BY",
                "CREATED");
    }

    private static void row(Table table, JsonObject camera) {
        table.row(
                Members.text(camera, "camera"),
                Members.text(camera, "state"),
                Members.text(camera, "viewers"),
                Members.text(camera, "visibility"),
                Members.time(camera, "created_at"));
    }
}
