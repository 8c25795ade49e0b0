package dev.fanlight.relay.cli.camera;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code camera invite}. */
@Command(
        name = "invite",
        description = "Print what to run on the computer with the camera, and for a new camera the link to share.",
        mixinStandardHelpOptions = true)
final class CameraInviteCommand implements Runnable {

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Option(names = "--host", paramLabel = "HOST", description = "Name or address to put into the links.")
    private @Nullable String host;

    @Option(names = "--new-link", description = "Also make a new link to share for a camera that exists.")
    private boolean newLink;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        JsonObject wish = new JsonObject().put("camera", camera.name().text()).put("new_link", newLink);
        Optional.ofNullable(host).ifPresent(name -> wish.put("host", name));
        options.print(options.api().post("/cameras", wish), CameraInviteCommand::print);
    }

    private static void print(Terminal terminal, JsonObject invitation) {
        List<String> watch = JsonMembers.texts(invitation, "watch");
        terminal.line("On the computer with the camera (good once, for 15 minutes):");
        terminal.line("");
        terminal.line("  fanlight-agent join \"" + invitation.getString("join") + "\"");
        terminal.line("");
        if (watch.isEmpty()) {
            terminal.line("The links to watch \"" + invitation.getString("camera")
                    + "\" stay as they are. A new one: --new-link");
            return;
        }
        terminal.line("To watch and chat. Whoever has this link can. It is shown only now:");
        terminal.line("");
        watch.forEach(link -> terminal.line("  " + link));
    }
}
