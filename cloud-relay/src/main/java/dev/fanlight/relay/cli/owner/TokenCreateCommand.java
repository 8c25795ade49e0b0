package dev.fanlight.relay.cli.owner;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.Lifetime;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token create}. */
@Command(
        name = "create",
        description = "Make a token for a program. It is told only now.",
        mixinStandardHelpOptions = true)
final class TokenCreateCommand implements Runnable {

    /** What a token is good for. */
    enum Can {
        READ,
        MANAGE
    }

    @Parameters(paramLabel = "LABEL", description = "What it is for, to find it again.")
    private String label = "";

    @Option(
            names = "--can",
            required = true,
            paramLabel = "WHAT",
            description = "read, or manage: everything that the owner can.")
    private Can can = Can.READ;

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "90m, 24h, 30d or never. Default: never",
            converter = Lifetime.Reader.class)
    private Lifetime life = new Lifetime(Optional.empty());

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        JsonObject wish =
                new JsonObject().put("label", label).put("can", can.name().toLowerCase(Locale.ROOT));
        life.length().ifPresent(length -> wish.put("expires_in_ms", length.toMillis()));
        options.print(options.api().post("/tokens", wish), TokenCreateCommand::print);
    }

    private static void print(Terminal terminal, JsonObject token) {
        terminal.line("Whoever has this token can. It is shown only now:");
        terminal.line("");
        terminal.line("  " + token.getString("token"));
        terminal.line("");
        terminal.line("Use it: curl -H \"Authorization: Bearer TOKEN\" https://HOST:PORT/api/v1/status");
        terminal.line("Take it back: fanlight-relay token revoke " + token.getString("id"));
    }
}
