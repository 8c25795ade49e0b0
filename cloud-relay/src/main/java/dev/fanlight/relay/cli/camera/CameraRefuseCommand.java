package dev.fanlight.relay.cli.camera;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code camera refuse}. */
@Command(name = "refuse", description = "Reject a waiting device.", mixinStandardHelpOptions = true)
final class CameraRefuseCommand implements Runnable {

    @Mixin
    private CodeArgument code = new CodeArgument();

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        RelayApi api = options.api().ifMissing(code.notFound());
        JsonObject device = code.device(api);
        api.delete("/enrollments/" + RelayApi.segment(device.getString("id")));
        options.done("The device was rejected.");
    }
}
