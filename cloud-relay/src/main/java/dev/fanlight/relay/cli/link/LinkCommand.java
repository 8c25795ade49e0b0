package dev.fanlight.relay.cli.link;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code link}: what to share with others. */
@Command(
        name = "link",
        description = "Links to share: whoever has one can do what it allows.",
        mixinStandardHelpOptions = true,
        subcommands = {LinkCreateCommand.class, LinkListCommand.class, LinkQrCommand.class})
public final class LinkCommand {

    @Command(
            name = "revoke",
            description = "Take a link back. Whoever watches by it is cut off at once.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "ID", description = "As link list shows it.") String id,
            @Mixin ApiOptions options) {
        options.api()
                .orElse("There is no good link \"" + Printable.text(id) + "\". fanlight-relay link list shows them.")
                .delete("/links/" + RelayApi.segment(id));
        options.done("The link is good no more.");
    }
}
