package dev.fanlight.relay.command;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code camera show}. */
@Command(name = "show", description = "Show one camera and its device.", mixinStandardHelpOptions = true)
final class CameraShowCommand implements Runnable {

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(options.api().about(camera.name()).get("/cameras/" + camera.name()), CameraShowCommand::print);
    }

    private static void print(Terminal terminal, JsonObject camera) {
        terminal.line("Camera    " + Members.text(camera, "camera"));
        terminal.line("Title     " + Members.text(camera, "title"));
        terminal.line("State     " + Members.text(camera, "state"));
        terminal.line("Viewers   " + Members.text(camera, "viewers"));
        terminal.line("Found by  " + Members.text(camera, "visibility") + "; who needs no link can "
                + Members.text(camera, "visitors_can"));
        Members.texts(camera, "open_urls").forEach(url -> terminal.line("Open at   " + url));
        terminal.line("Created   " + Members.time(camera, "created_at"));
        terminal.line("Seen      " + Members.time(camera, "seen_at"));
        JsonObject device = camera.getJsonObject("device");
        if (device == null) {
            terminal.line("Device    none has joined yet");
            return;
        }
        boolean rotating = device.getBoolean("rotating", false);
        terminal.line(
                "Device    " + Members.text(device, "id") + (rotating ? ", has been told to change its key" : ""));
        terminal.line("Key       " + Members.text(device, "words"));
    }
}
