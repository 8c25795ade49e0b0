package dev.fanlight.relay.cli.camera;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.CameraNames;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code camera}. */
@Command(
        name = "camera",
        description = "Manage cameras and their devices.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CameraInviteCommand.class,
            CameraListCommand.class,
            CameraShowCommand.class,
            CameraOpenCommand.class,
            CameraTranscodeCommand.class,
            CameraRecordCommand.class,
            CameraRemoveCommand.class,
            CameraWaitingCommand.class,
            CameraApproveCommand.class,
            CameraRefuseCommand.class,
            CameraKeyCommand.class
        })
public final class CameraCommand {

    @Command(name = "rename", description = "Rename a camera. Its links stay valid.", mixinStandardHelpOptions = true)
    void rename(
            @Parameters(paramLabel = "OLD", description = "Current name.", converter = CameraNames.class)
                    CameraName before,
            @Parameters(paramLabel = "NEW", description = "New name.", converter = CameraNames.class) CameraName after,
            @Mixin ApiOptions options) {
        JsonObject camera =
                options.api().about(before).patch("/cameras/" + before, new JsonObject().put("camera", after.text()));
        options.print(
                camera,
                (terminal, answer) ->
                        terminal.line("✓ \"" + before + "\" is now \"" + answer.getString("camera") + "\"."));
    }

    @Command(
            name = "pause",
            description = "Stop showing a camera until it is resumed; its source is switched off.",
            mixinStandardHelpOptions = true)
    void pause(
            @Parameters(paramLabel = "NAME", description = "Name of the camera.", converter = CameraNames.class)
                    CameraName camera,
            @Mixin ApiOptions options) {
        act(options, camera, "/pause");
        options.done("\"" + camera + "\" is paused. Resume it: fanlight-relay camera resume " + camera);
    }

    @Command(name = "resume", description = "Resume a paused camera.", mixinStandardHelpOptions = true)
    void resume(
            @Parameters(paramLabel = "NAME", description = "Name of the camera.", converter = CameraNames.class)
                    CameraName camera,
            @Mixin ApiOptions options) {
        act(options, camera, "/resume");
        options.done("\"" + camera + "\" is no longer paused.");
    }

    @Command(
            name = "rotate-key",
            description = "Make a camera's device replace its key, now or when it next connects.",
            mixinStandardHelpOptions = true)
    void rotateKey(
            @Parameters(paramLabel = "NAME", description = "Name of the camera.", converter = CameraNames.class)
                    CameraName camera,
            @Mixin ApiOptions options) {
        options.api().ifMissing(noDevice(camera)).post("/cameras/" + camera + "/rotate-key", new JsonObject());
        options.done("The device of \"" + camera + "\" replaces its key, now or when it next connects.");
    }

    @Command(
            name = "revoke",
            description = "Revoke the right of a camera's device to publish; it is disconnected at once.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "NAME", description = "Name of the camera.", converter = CameraNames.class)
                    CameraName camera,
            @Mixin ApiOptions options) {
        options.api().ifMissing(noDevice(camera)).delete("/cameras/" + camera + "/device");
        options.done("The device of \"" + camera
                + "\" may no longer publish. Invite another: fanlight-relay camera invite " + camera);
    }

    private static void act(ApiOptions options, CameraName camera, String act) {
        options.api().about(camera).post("/cameras/" + camera + act, new JsonObject());
    }

    private static String noDevice(CameraName camera) {
        return "There is no camera \"" + camera + "\" with a device. List cameras: fanlight-relay camera list";
    }
}
