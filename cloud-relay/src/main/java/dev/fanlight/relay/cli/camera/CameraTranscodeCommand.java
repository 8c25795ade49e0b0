package dev.fanlight.relay.cli.camera;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code camera transcode}. */
@Command(
        name = "transcode",
        description =
                "Allow or forbid to make H.264 of a camera's VP8, VP9, AV1 or H.265 video, for players and push targets that"
                        + " cannot take it as it is. While such a player watches it costs about a processor core.",
        mixinStandardHelpOptions = true)
final class CameraTranscodeCommand implements Runnable {

    /** The two positions of the switch. */
    enum Switch {
        ON,
        OFF
    }

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Parameters(index = "1", paramLabel = "on|off", description = "Whether it is allowed.")
    private Switch position = Switch.OFF;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        JsonObject request = new JsonObject().put("transcode", position == Switch.ON);
        options.print(
                options.api().about(camera.name()).patch("/cameras/" + camera.name(), request),
                CameraTranscodeCommand::print);
    }

    private static void print(Terminal terminal, JsonObject camera) {
        String name = JsonMembers.text(camera, "camera");
        terminal.line(
                camera.getBoolean("transcode", false)
                        ? "✓ Players that connect from now on get the video of \"" + name + "\" as H.264."
                        : "✓ Players that connect from now on get the video of \"" + name + "\" as it is.");
    }
}
