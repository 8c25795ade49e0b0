package dev.fanlight.relay.cli.link;

import dev.fanlight.relay.auth.RewindRight;
import dev.fanlight.relay.cli.camera.CameraArgument;
import dev.fanlight.relay.cli.option.AddressLines;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.Lifetime;
import dev.fanlight.relay.cli.option.PasswordOptions;
import dev.fanlight.relay.cli.option.QrOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code link create}. */
@Command(
        name = "create",
        description = "Create a link to a camera. It is shown only once.",
        mixinStandardHelpOptions = true)
final class LinkCreateCommand implements Runnable {

    /** What a link allows. */
    enum Can {
        WATCH,
        CHAT,
        MODERATE
    }

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Option(
            names = "--can",
            paramLabel = "WHAT",
            description =
                    "What the link allows: watch, chat (includes watch) or moderate (includes chat). Default: watch")
    private Can can = Can.WATCH;

    @Option(names = "--ptz", description = "The link also lets viewers move the camera, where its agent allows that.")
    private boolean ptz;

    @Option(
            names = "--rewind",
            paramLabel = "HOW_FAR",
            description = "The link also lets viewers go back in what was recorded: 2h, 7d or all.",
            converter = RewindLength.class)
    private RewindRight rewind = RewindRight.NONE;

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "Lifetime: 90m, 24h, 30d or never. Default: 24h",
            converter = Lifetime.Reader.class)
    private Lifetime life = new Lifetime(Optional.of(Duration.ofHours(24)));

    @Option(names = "--max-viewers", paramLabel = "N", description = "Maximum number of viewers at a time.")
    private @Nullable Integer maxViewers;

    @Option(names = "--label", paramLabel = "TEXT", description = "Label that link list shows.")
    private @Nullable String label;

    @Option(names = "--host", paramLabel = "HOST", description = "Host name or address to use in the link.")
    private @Nullable String host;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Mixin
    private QrOptions qr = new QrOptions();

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        RelayApi api = options.api().about(camera.name());
        JsonObject link = api.post("/cameras/" + camera.name() + "/links", request());
        options.print(link, this::print);
    }

    private JsonObject request() {
        JsonObject request = new JsonObject().put("can", can.name().toLowerCase(Locale.ROOT));
        if (ptz) {
            request.put("ptz", true);
        }
        if (rewind.isGranted()) {
            request.put("rewind_ms", rewind.millis());
        }
        life.length().ifPresent(length -> request.put("expires_in_ms", length.toMillis()));
        Optional.ofNullable(maxViewers).ifPresent(most -> request.put("max_viewers", most));
        Optional.ofNullable(label).ifPresent(text -> request.put("label", text));
        Optional.ofNullable(host).ifPresent(name -> request.put("host", name));
        password.read().ifPresent(text -> request.put("password", text));
        return request;
    }

    private String allowed() {
        List<String> rights = new ArrayList<>(List.of("watch"));
        if (can != Can.WATCH) {
            rights.add("chat");
        }
        if (can == Can.MODERATE) {
            rights.add("moderate");
        }
        if (ptz) {
            rights.add("move the camera");
        }
        if (rewind.isGranted()) {
            rights.add("go back in the recording");
        }
        String last = rights.remove(rights.size() - 1);
        return rights.isEmpty() ? last : String.join(", ", rights) + " and " + last;
    }

    private void print(Terminal terminal, JsonObject link) {
        List<String> urls = JsonMembers.texts(link, "urls");
        terminal.line("Anyone with this link can " + allowed() + ". It is shown only once:");
        terminal.line("");
        urls.forEach(url -> terminal.line("  " + url));
        terminal.line("");
        AddressLines.print(terminal, "In other players:", link.getJsonArray("players"));
        terminal.line("Revoke it: fanlight-relay link revoke " + link.getString("id"));
        if (!urls.isEmpty()) {
            qr.print(terminal, urls.get(0));
        }
    }
}
