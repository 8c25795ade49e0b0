package dev.fanlight.relay.cli.camera;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
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
                "There are no cameras. Add one: fanlight-relay camera invite front",
                CameraListCommand::row,
                "CAMERA",
                "STATE",
                "VIEWERS",
                "VISIBILITY",
                "CREATED");
    }

    private static void row(Table table, JsonObject camera) {
        table.row(
                JsonMembers.text(camera, "camera"),
                JsonMembers.text(camera, "state"),
                JsonMembers.text(camera, "viewers"),
                JsonMembers.text(camera, "visibility"),
                JsonMembers.time(camera, "created_at"));
    }
}
