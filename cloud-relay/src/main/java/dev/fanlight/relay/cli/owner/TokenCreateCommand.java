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
        description = "Create an API token for a program. It is shown only once.",
        mixinStandardHelpOptions = true)
final class TokenCreateCommand implements Runnable {

    /** What a token allows. */
    enum Can {
        READ,
        MANAGE
    }

    @Parameters(paramLabel = "LABEL", description = "Label that token list shows.")
    private String label = "";

    @Option(
            names = "--can",
            required = true,
            paramLabel = "WHAT",
            description = "What the token allows: read, or manage (everything the owner can do).")
    private Can can = Can.READ;

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "Lifetime: 90m, 24h, 30d or never. Default: never",
            converter = Lifetime.Reader.class)
    private Lifetime life = new Lifetime(Optional.empty());

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        JsonObject request =
                new JsonObject().put("label", label).put("can", can.name().toLowerCase(Locale.ROOT));
        life.length().ifPresent(length -> request.put("expires_in_ms", length.toMillis()));
        options.print(options.api().post("/tokens", request), TokenCreateCommand::print);
    }

    private static void print(Terminal terminal, JsonObject token) {
        terminal.line("Any program with this token can use the API. It is shown only once:");
        terminal.line("");
        terminal.line("  " + token.getString("token"));
        terminal.line("");
        terminal.line("Usage: curl -H \"Authorization: Bearer TOKEN\" https://HOST:PORT/api/v1/status");
        terminal.line("Revoke it: fanlight-relay token revoke " + token.getString("id"));
    }
}
