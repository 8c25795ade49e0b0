package dev.fanlight.relay.cli.camera;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code camera waiting}. */
@Command(name = "waiting", description = "List the devices waiting for approval.", mixinStandardHelpOptions = true)
final class CameraWaitingCommand implements Runnable {

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(
                options.api().list("/enrollments"),
                "No device is waiting. On the computer with the camera: fanlight-agent join wss://HOST:PORT",
                CameraWaitingCommand::row,
                "CODE",
                "HOST",
                "ADDRESS",
                "SINCE",
                "WORDS");
    }

    private static void row(Table table, JsonObject device) {
        table.row(
                JsonMembers.text(device, "code"),
                JsonMembers.text(device, "host"),
                JsonMembers.text(device, "address"),
                JsonMembers.time(device, "since"),
                JsonMembers.text(device, "words"));
    }
}
