package dev.fanlight.relay.cli.owner;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code token}. */
@Command(
        name = "token",
        description = "Manage API tokens for programs.",
        mixinStandardHelpOptions = true,
        subcommands = {TokenCreateCommand.class, TokenListCommand.class})
public final class TokenCommand {

    @Command(name = "revoke", description = "Revoke a token at once.", mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "ID", description = "Id, as shown by token list.") String id,
            @Mixin ApiOptions options) {
        options.api()
                .ifMissing("There is no token \"" + Printable.text(id) + "\". List tokens: fanlight-relay token list")
                .delete("/tokens/" + RelayApi.segment(id));
        options.done("The token was revoked.");
    }
}
