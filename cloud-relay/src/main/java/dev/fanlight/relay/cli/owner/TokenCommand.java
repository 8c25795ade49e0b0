package dev.fanlight.relay.cli.owner;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code token}: for the owner’s programs. */
@Command(
        name = "token",
        description = "Tokens with which programs use the API.",
        mixinStandardHelpOptions = true,
        subcommands = {TokenCreateCommand.class, TokenListCommand.class})
public final class TokenCommand {

    @Command(name = "revoke", description = "Take a token back, at once.", mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "ID", description = "As token list shows it.") String id,
            @Mixin ApiOptions options) {
        options.api()
                .orElse("There is no token \"" + Printable.text(id) + "\". fanlight-relay token list shows them.")
                .delete("/tokens/" + RelayApi.segment(id));
        options.done("The token is good no more.");
    }
}
