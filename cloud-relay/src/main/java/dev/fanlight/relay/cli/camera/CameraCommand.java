package dev.fanlight.relay.cli.camera;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.CameraNames;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code camera}: everything about cameras and their devices. */
@Command(
        name = "camera",
        description = "Cameras, and the devices that are theirs.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CameraInviteCommand.class,
            CameraListCommand.class,
            CameraShowCommand.class,
            CameraOpenCommand.class,
            CameraRemoveCommand.class,
            CameraWaitingCommand.class,
            CameraApproveCommand.class,
            CameraRefuseCommand.class,
            CameraKeyCommand.class
        })
public final class CameraCommand {

    @Command(
            name = "rename",
            description = "Give a camera another name. Links to it stay good.",
            mixinStandardHelpOptions = true)
    void rename(
            @Parameters(paramLabel = "OLD", description = "Its name.", converter = CameraNames.class) CameraName before,
            @Parameters(paramLabel = "NEW", description = "Its new name.", converter = CameraNames.class)
                    CameraName after,
            @Mixin ApiOptions options) {
        JsonObject camera =
                options.api().about(before).patch("/cameras/" + before, new JsonObject().put("camera", after.text()));
        options.print(
                camera,
                (terminal, answer) ->
                        terminal.line("✓ \"" + before + "\" is \"" + answer.getString("camera") + "\" now."));
    }

    @Command(
            name = "pause",
            description = "Show nothing until resumed; the camera goes to sleep.",
            mixinStandardHelpOptions = true)
    void pause(
            @Parameters(paramLabel = "NAME", description = "Name of the camera.", converter = CameraNames.class)
                    CameraName camera,
            @Mixin ApiOptions options) {
        act(options, camera, "/pause");
        options.done("\"" + camera + "\" is paused. On again: fanlight-relay camera resume " + camera);
    }

    @Command(name = "resume", description = "Let a paused camera run again.", mixinStandardHelpOptions = true)
    void resume(
            @Parameters(paramLabel = "NAME", description = "Name of the camera.", converter = CameraNames.class)
                    CameraName camera,
            @Mixin ApiOptions options) {
        act(options, camera, "/resume");
        options.done("\"" + camera + "\" runs again.");
    }

    @Command(
            name = "rotate-key",
            description = "Have a camera's device make a new key, now or when it next connects.",
            mixinStandardHelpOptions = true)
    void rotateKey(
            @Parameters(paramLabel = "NAME", description = "Name of the camera.", converter = CameraNames.class)
                    CameraName camera,
            @Mixin ApiOptions options) {
        options.api().orElse(noDevice(camera)).post("/cameras/" + camera + "/rotate-key", new JsonObject());
        options.done("The device of \"" + camera + "\" makes a new key, now or when it next connects.");
    }

    @Command(
            name = "revoke",
            description = "Take the right to publish back from a camera's device, at once.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "NAME", description = "Name of the camera.", converter = CameraNames.class)
                    CameraName camera,
            @Mixin ApiOptions options) {
        options.api().orElse(noDevice(camera)).delete("/cameras/" + camera + "/device");
        options.done("The device of \"" + camera + "\" may not publish any more. Another: fanlight-relay camera invite "
                + camera);
    }

    private static void act(ApiOptions options, CameraName camera, String act) {
        options.api().about(camera).post("/cameras/" + camera + act, new JsonObject());
    }

    private static String noDevice(CameraName camera) {
        return "There is no camera \"" + camera + "\" that has a device. fanlight-relay camera list shows them.";
    }
}
