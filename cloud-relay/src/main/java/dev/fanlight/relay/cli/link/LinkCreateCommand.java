package dev.fanlight.relay.cli.link;

import dev.fanlight.relay.cli.camera.CameraArgument;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.Lifetime;
import dev.fanlight.relay.cli.option.PasswordOptions;
import dev.fanlight.relay.cli.option.QrOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
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
        description = "Make a link to a camera. Its address is told only now.",
        mixinStandardHelpOptions = true)
final class LinkCreateCommand implements Runnable {

    /** What the holder of a link can do. */
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
            description = "watch, chat (and watch) or moderate (and chat). Default: watch")
    private Can can = Can.WATCH;

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "90m, 24h, 30d or never. Default: 24h",
            converter = Lifetime.Reader.class)
    private Lifetime life = new Lifetime(Optional.of(Duration.ofHours(24)));

    @Option(names = "--max-viewers", paramLabel = "N", description = "Most who can watch by it at a time.")
    private @Nullable Integer maxViewers;

    @Option(names = "--label", paramLabel = "TEXT", description = "What it is for, to find it again.")
    private @Nullable String label;

    @Option(names = "--host", paramLabel = "HOST", description = "Name or address to put into the link.")
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
        JsonObject link = api.post("/cameras/" + camera.name() + "/links", wish());
        options.print(link, this::print);
    }

    private JsonObject wish() {
        JsonObject wish = new JsonObject().put("can", can.name().toLowerCase(Locale.ROOT));
        life.length().ifPresent(length -> wish.put("expires_in_ms", length.toMillis()));
        Optional.ofNullable(maxViewers).ifPresent(most -> wish.put("max_viewers", most));
        Optional.ofNullable(label).ifPresent(text -> wish.put("label", text));
        Optional.ofNullable(host).ifPresent(name -> wish.put("host", name));
        password.read().ifPresent(text -> wish.put("password", text));
        return wish;
    }

    private void print(Terminal terminal, JsonObject link) {
        List<String> urls = JsonMembers.texts(link, "urls");
        terminal.line("Whoever has this link can. It is shown only now:");
        terminal.line("");
        urls.forEach(url -> terminal.line("  " + url));
        terminal.line("");
        terminal.line("Take it back: fanlight-relay link revoke " + link.getString("id"));
        if (!urls.isEmpty()) {
            qr.print(terminal, urls.get(0));
        }
    }
}
