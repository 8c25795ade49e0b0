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
        description = "Print the command that connects a computer with a camera, and for a new camera a link to share.",
        mixinStandardHelpOptions = true)
final class CameraInviteCommand implements Runnable {

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Option(names = "--host", paramLabel = "HOST", description = "Host name or address to use in the links.")
    private @Nullable String host;

    @Option(names = "--new-link", description = "Also create a link to share if the camera exists already.")
    private boolean newLink;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        JsonObject request =
                new JsonObject().put("camera", camera.name().text()).put("new_link", newLink);
        Optional.ofNullable(host).ifPresent(name -> request.put("host", name));
        options.print(options.api().post("/cameras", request), CameraInviteCommand::print);
    }

    private static void print(Terminal terminal, JsonObject invitation) {
        List<String> watch = JsonMembers.texts(invitation, "watch");
        terminal.line("Run this on the computer with the camera (valid once, for 15 minutes):");
        terminal.line("");
        terminal.line("  fanlight-agent join \"" + invitation.getString("join") + "\"");
        terminal.line("");
        if (watch.isEmpty()) {
            terminal.line("Existing links to \"" + invitation.getString("camera")
                    + "\" stay valid. Create another: --new-link");
            return;
        }
        terminal.line("Anyone with this link can watch and chat. It is shown only once:");
        terminal.line("");
        watch.forEach(link -> terminal.line("  " + link));
    }
}
