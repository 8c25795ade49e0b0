package dev.fanlight.relay.cli.camera;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code camera open}. */
@Command(
        name = "open",
        description =
                "Set who can watch without a link: no one (private), anyone with a secret address (unlisted), or everyone (public).",
        mixinStandardHelpOptions = true)
final class CameraOpenCommand implements Runnable {

    /** Visibility of a camera. */
    enum As {
        PRIVATE,
        UNLISTED,
        PUBLIC
    }

    /** What visitors without a link can do. */
    enum Can {
        WATCH,
        CHAT
    }

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Option(names = "--as", required = true, paramLabel = "VISIBILITY", description = "private, unlisted or public.")
    private As who = As.PRIVATE;

    @Option(names = "--can", paramLabel = "WHAT", description = "What visitors without a link can do: watch or chat.")
    private @Nullable Can can;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        JsonObject request = new JsonObject().put("visibility", text(who));
        Optional.ofNullable(can).ifPresent(what -> request.put("visitors_can", text(what)));
        options.print(
                options.api().about(camera.name()).patch("/cameras/" + camera.name(), request),
                CameraOpenCommand::print);
    }

    private static void print(Terminal terminal, JsonObject camera) {
        String name = JsonMembers.text(camera, "camera");
        if (camera.getString("visibility").equals("private")) {
            terminal.line("✓ \"" + name + "\" is private: watching requires a link.");
            return;
        }
        terminal.line("✓ \"" + name + "\" is " + camera.getString("visibility") + ". Anyone can "
                + camera.getString("visitors_can") + " at");
        JsonMembers.texts(camera, "open_urls").forEach(url -> terminal.line("  " + url));
    }

    private static String text(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
