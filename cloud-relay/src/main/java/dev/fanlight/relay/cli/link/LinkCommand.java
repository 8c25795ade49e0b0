package dev.fanlight.relay.cli.link;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code link}. */
@Command(
        name = "link",
        description = "Manage the links by which people watch, chat or moderate.",
        mixinStandardHelpOptions = true,
        subcommands = {LinkCreateCommand.class, LinkPortalCommand.class, LinkListCommand.class, LinkQrCommand.class})
public final class LinkCommand {

    @Command(
            name = "revoke",
            description = "Revoke a link; its viewers are disconnected at once.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "ID", description = "Id, as shown by link list.") String id,
            @Mixin ApiOptions options) {
        options.api()
                .ifMissing(
                        "There is no valid link \"" + Printable.text(id) + "\". List links: fanlight-relay link list")
                .delete("/links/" + RelayApi.segment(id));
        options.done("The link was revoked.");
    }
}
