package dev.fanlight.relay.cli.clip;

import dev.fanlight.relay.cli.camera.CameraArgument;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clip create}. */
@Command(
        name = "create",
        description = "Keep a part of a recording, up to 30 minutes, until it is deleted.",
        mixinStandardHelpOptions = true)
final class ClipCreateCommand implements Runnable {

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            description = "Where it begins, like 2026-05-01T18:04:00Z.")
    private Instant from = Instant.EPOCH;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TIME",
            description = "Where it ends, like 2026-05-01T18:05:30Z.")
    private Instant to = Instant.EPOCH;

    @Option(names = "--name", paramLabel = "TEXT", description = "Name that clip list shows.")
    private @Nullable String name;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        JsonObject request = new JsonObject().put("from", from.toEpochMilli()).put("to", to.toEpochMilli());
        Optional.ofNullable(name).ifPresent(text -> request.put("name", text));
        JsonObject clip = options.api().about(camera.name()).post("/cameras/" + camera.name() + "/clips", request);
        options.print(clip, (terminal, made) -> {
            String id = Printable.text(made.getString("id"));
            terminal.line("The clip is kept. Share it: fanlight-relay clip share " + camera.name() + " " + id);
        });
    }
}
