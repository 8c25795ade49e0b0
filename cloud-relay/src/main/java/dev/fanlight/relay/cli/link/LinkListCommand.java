package dev.fanlight.relay.cli.link;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.CameraNames;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code link list}. */
@Command(name = "list", description = "List the links of one camera, or of all.", mixinStandardHelpOptions = true)
final class LinkListCommand implements Runnable {

    @Parameters(
            arity = "0..1",
            paramLabel = "CAMERA",
            description = "Name of the camera.",
            converter = CameraNames.class)
    private @Nullable CameraName camera;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(
                links(options.api()),
                "There are no links. Create one: fanlight-relay link create CAMERA",
                LinkListCommand::row,
                "ID",
                "CAMERA",
                "CAN",
                "STATE",
                "VIEWERS",
                "PASSWORD",
                "EXPIRES",
                "USED",
                "LABEL");
    }

    private List<JsonObject> links(RelayApi api) {
        Optional<CameraName> wanted = Optional.ofNullable(camera);
        wanted.ifPresent(name -> api.about(name).get("/cameras/" + name));
        return api.list("/links" + wanted.map(name -> "?camera=" + name).orElse(""));
    }

    /** In the words of the other lists. */
    private static String state(JsonObject link) {
        String state = JsonMembers.text(link, "state");
        return state.equals("good") ? "valid" : state;
    }

    private static void row(Table table, JsonObject link) {
        String most = link.containsKey("max_viewers") ? " of " + link.getValue("max_viewers") : "";
        table.row(
                JsonMembers.text(link, "id"),
                JsonMembers.text(link, "camera"),
                JsonMembers.text(link, "can")
                        + (link.getBoolean("ptz", false) ? ", ptz" : "")
                        + (link.containsKey("rewind_ms") ? ", rewind" : ""),
                state(link),
                JsonMembers.text(link, "viewers") + most,
                link.getBoolean("password", false) ? "yes" : "no",
                JsonMembers.time(link, "expires_at"),
                JsonMembers.time(link, "used_at"),
                JsonMembers.text(link, "label"));
    }
}
