package dev.fanlight.relay.command;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code owner}: the password, and where the owner is signed in. */
@Command(
        name = "owner",
        description = "The owner's password, and where the owner is signed in.",
        mixinStandardHelpOptions = true)
final class OwnerCommand {

    @Command(
            name = "reset",
            description = "Print an address at which to choose the owner's password. Good once, for 15 minutes.",
            mixinStandardHelpOptions = true)
    void reset(@Mixin ApiOptions options) {
        options.print(options.api().post("/owner/reset", new JsonObject()), (terminal, link) -> {
            terminal.line(
                    "Choose the owner's password here (good once, until " + Members.time(link, "expires_at") + "):");
            terminal.line("");
            Members.texts(link, "urls").forEach(url -> terminal.line("  " + url));
        });
    }

    @Command(name = "sessions", description = "List where the owner is signed in.", mixinStandardHelpOptions = true)
    void sessions(@Mixin ApiOptions options) {
        options.print(
                options.api().list("/owner/sessions"),
                "The owner is signed in nowhere.",
                OwnerCommand::row,
                "ID",
                "ADDRESS",
                "SINCE",
                "USED",
                "BROWSER");
    }

    private static void row(Table table, JsonObject session) {
        table.row(
                Members.text(session, "id"),
                Members.text(session, "address"),
                Members.time(session, "created_at"),
                Members.time(session, "used_at"),
                Members.text(session, "browser"));
    }
}
