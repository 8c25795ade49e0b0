package dev.fanlight.relay.command;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code camera invite}. */
@Command(
        name = "invite",
        description = "Print what to run on the computer with the camera, and for a new camera the link to share.",
        mixinStandardHelpOptions = true)
final class CameraInviteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Name of the camera: a-z, 0-9 and hyphen.")
    private String name = "";

    @Option(names = "--host", paramLabel = "HOST", description = "Name or address to put into the links.")
    private @Nullable String host;

    @Option(names = "--new-link", description = "Also make a new link to share for a camera that exists.")
    private boolean newLink;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json.")
    private OutputFormat format = OutputFormat.TEXT;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Logs.setUp(options.isVerbose());
        JsonObject wish = new JsonObject().put("camera", cameraName().text()).put("new_link", newLink);
        Optional.ofNullable(host).ifPresent(name -> wish.put("host", name));
        JsonObject invitation = RelayApi.of(options.folder()).post("/cameras", wish);
        print(invitation);
        return 0;
    }

    private CameraName cameraName() {
        try {
            return new CameraName(name);
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, e.getMessage() + ".", e);
        }
    }

    private void print(JsonObject invitation) {
        Terminal terminal = Terminal.of(spec);
        if (format == OutputFormat.JSON) {
            terminal.line(invitation.encode());
            return;
        }
        List<Object> watch = invitation.getJsonArray("watch").stream().toList();
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
