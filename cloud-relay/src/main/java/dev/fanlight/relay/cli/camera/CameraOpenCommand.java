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
                "Say who can watch without a link: nobody (private), whoever knows a long address (unlisted), or all.",
        mixinStandardHelpOptions = true)
final class CameraOpenCommand implements Runnable {

    /** Who finds a camera. */
    enum As {
        PRIVATE,
        UNLISTED,
        PUBLIC
    }

    /** What those can do who came without a link. */
    enum Can {
        WATCH,
        CHAT
    }

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Option(names = "--as", required = true, paramLabel = "WHO", description = "private, unlisted or public.")
    private As who = As.PRIVATE;

    @Option(names = "--can", paramLabel = "WHAT", description = "watch or chat, for who comes without a link.")
    private @Nullable Can can;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        JsonObject wish = new JsonObject().put("visibility", text(who));
        Optional.ofNullable(can).ifPresent(what -> wish.put("visitors_can", text(what)));
        options.print(
                options.api().about(camera.name()).patch("/cameras/" + camera.name(), wish), CameraOpenCommand::print);
    }

    private static void print(Terminal terminal, JsonObject camera) {
        String name = JsonMembers.text(camera, "camera");
        if (camera.getString("visibility").equals("private")) {
            terminal.line("✓ \"" + name + "\" is private: only links open it.");
            return;
        }
        terminal.line("✓ \"" + name + "\" is " + camera.getString("visibility") + ". Anybody can "
                + camera.getString("visitors_can") + " at");
        JsonMembers.texts(camera, "open_urls").forEach(url -> terminal.line("  " + url));
    }

    private static String text(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
