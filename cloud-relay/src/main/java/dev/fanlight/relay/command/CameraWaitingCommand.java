package dev.fanlight.relay.command;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code camera waiting}. */
@Command(name = "waiting", description = "List the devices that wait for approval.", mixinStandardHelpOptions = true)
final class CameraWaitingCommand implements Runnable {

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(
                options.api().list("/enrolments"),
                "No device waits. At the camera: fanlight-agent join wss://HOST:PORT",
                CameraWaitingCommand::row,
                "CODE",
                "HOST",
                "ADDRESS",
                "SINCE",
                "WORDS");
    }

    private static void row(Table table, JsonObject device) {
        table.row(
                Members.text(device, "code"),
                Members.text(device, "host"),
                Members.text(device, "address"),
                Members.time(device, "since"),
                Members.text(device, "words"));
    }
}
