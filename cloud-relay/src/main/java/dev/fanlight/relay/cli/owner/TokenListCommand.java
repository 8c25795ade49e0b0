package dev.fanlight.relay.cli.owner;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code token list}. */
@Command(name = "list", description = "List the valid tokens.", mixinStandardHelpOptions = true)
final class TokenListCommand implements Runnable {

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(
                options.api().list("/tokens"),
                "There are no tokens. Create one: fanlight-relay token create LABEL --can read",
                TokenListCommand::row,
                "ID",
                "CAN",
                "CREATED",
                "EXPIRES",
                "USED",
                "LABEL");
    }

    private static void row(Table table, JsonObject token) {
        table.row(
                JsonMembers.text(token, "id"),
                JsonMembers.text(token, "can"),
                JsonMembers.time(token, "created_at"),
                JsonMembers.time(token, "expires_at"),
                JsonMembers.time(token, "used_at"),
                JsonMembers.text(token, "label"));
    }
}
