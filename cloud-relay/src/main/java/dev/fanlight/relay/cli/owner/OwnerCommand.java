package dev.fanlight.relay.cli.owner;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code owner}. */
@Command(name = "owner", description = "Manage the owner's password and sessions.", mixinStandardHelpOptions = true)
public final class OwnerCommand {

    @Command(
            name = "reset",
            description = "Print an address to set a new owner's password. Valid once, for 15 minutes.",
            mixinStandardHelpOptions = true)
    void reset(@Mixin ApiOptions options) {
        options.print(options.api().post("/owner/reset", new JsonObject()), (terminal, link) -> {
            terminal.line(
                    "Set the owner's password here (valid once, until " + JsonMembers.time(link, "expires_at") + "):");
            terminal.line("");
            JsonMembers.texts(link, "urls").forEach(url -> terminal.line("  " + url));
        });
    }

    @Command(
            name = "sessions",
            description = "List the sessions in which the owner is signed in.",
            mixinStandardHelpOptions = true)
    void sessions(@Mixin ApiOptions options) {
        options.print(
                options.api().list("/owner/sessions"),
                "The owner is not signed in.",
                OwnerCommand::row,
                "ID",
                "ADDRESS",
                "SINCE",
                "USED",
                "BROWSER");
    }

    private static void row(Table table, JsonObject session) {
        table.row(
                JsonMembers.text(session, "id"),
                JsonMembers.text(session, "address"),
                JsonMembers.time(session, "created_at"),
                JsonMembers.time(session, "used_at"),
                JsonMembers.text(session, "browser"));
    }
}
