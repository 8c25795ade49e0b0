package dev.fanlight.relay.cli.camera;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.CameraNames;
import dev.fanlight.relay.cli.option.RelayApi;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code camera approve}. */
@Command(
        name = "approve",
        description =
                "Approve a waiting device for a camera, which is created if it does not exist. Compare the words first.",
        mixinStandardHelpOptions = true)
final class CameraApproveCommand implements Runnable {

    @Mixin
    private CodeArgument code = new CodeArgument();

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "Name of the camera: a-z, 0-9 and hyphen.",
            converter = CameraNames.class)
    private @Nullable CameraName camera;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        CameraName name = Objects.requireNonNull(camera);
        RelayApi api = options.api().ifMissing(code.notFound());
        JsonObject device = code.device(api);
        api.post(
                "/enrollments/" + RelayApi.segment(device.getString("id")),
                new JsonObject().put("camera", name.text()));
        options.done(
                "The device with the key words \"" + device.getString("words") + "\" may publish \"" + name + "\".");
    }
}
