package dev.fanlight.relay.cli.clip;

import dev.fanlight.relay.cli.camera.CameraArgument;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.Lifetime;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Printable;
import dev.fanlight.relay.cli.terminal.Table;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clip}. */
@Command(
        name = "clip",
        description = "Cut clips out of recordings, and share them.",
        mixinStandardHelpOptions = true,
        subcommands = ClipCreateCommand.class)
public final class ClipCommand {

    @Command(name = "list", description = "List the clips of a camera.", mixinStandardHelpOptions = true)
    void list(@Mixin CameraArgument camera, @Mixin ApiOptions options) {
        options.print(
                options.api().about(camera.name()).list("/cameras/" + camera.name() + "/clips"),
                "There are no clips. Cut one: fanlight-relay clip create " + camera.name(),
                ClipCommand::row,
                "ID",
                "FROM",
                "TO",
                "BYTES",
                "SHARED",
                "EXPIRES",
                "NAME");
    }

    @Command(
            name = "share",
            description = "Create a link to a clip alone, in place of the one it had. It is shown only once.",
            mixinStandardHelpOptions = true)
    void share(
            @Mixin CameraArgument camera,
            @Parameters(index = "1", paramLabel = "ID", description = "Id, as shown by clip list.") String id,
            @Option(
                            names = "--expires",
                            paramLabel = "WHEN",
                            description = "Lifetime: 90m, 24h, 30d or never. Default: 7d",
                            defaultValue = "7d",
                            converter = Lifetime.Reader.class)
                    Lifetime life,
            @Mixin ApiOptions options) {
        JsonObject request = new JsonObject();
        life.length().ifPresent(length -> request.put("expires_in_ms", length.toMillis()));
        JsonObject link = api(options, camera, id).post(path(camera, id) + "/link", request);
        options.print(link, (terminal, made) -> {
            terminal.line("Anyone with this link can see this clip. It is shown only once:");
            terminal.line("");
            JsonMembers.texts(made, "urls").forEach(url -> terminal.line("  " + url));
        });
    }

    @Command(name = "unshare", description = "Revoke the link to a clip.", mixinStandardHelpOptions = true)
    void unshare(
            @Mixin CameraArgument camera,
            @Parameters(index = "1", paramLabel = "ID", description = "Id, as shown by clip list.") String id,
            @Mixin ApiOptions options) {
        api(options, camera, id).delete(path(camera, id) + "/link");
        options.done("The link was revoked.");
    }

    @Command(name = "delete", description = "Delete a clip.", mixinStandardHelpOptions = true)
    void delete(
            @Mixin CameraArgument camera,
            @Parameters(index = "1", paramLabel = "ID", description = "Id, as shown by clip list.") String id,
            @Mixin ApiOptions options) {
        api(options, camera, id).delete(path(camera, id));
        options.done("The clip was deleted.");
    }

    private static RelayApi api(ApiOptions options, CameraArgument camera, String id) {
        return options.api()
                .ifMissing("There is no such clip or link: \"" + Printable.text(id)
                        + "\". List clips: fanlight-relay clip list " + camera.name());
    }

    private static String path(CameraArgument camera, String id) {
        return "/cameras/" + camera.name() + "/clips/" + RelayApi.segment(id);
    }

    private static void row(Table table, JsonObject clip) {
        table.row(
                JsonMembers.text(clip, "id"),
                JsonMembers.time(clip, "from"),
                JsonMembers.time(clip, "to"),
                JsonMembers.text(clip, "bytes"),
                clip.getBoolean("shared", false) ? "yes" : "no",
                JsonMembers.time(clip, "expires_at"),
                JsonMembers.text(clip, "name"));
    }
}
