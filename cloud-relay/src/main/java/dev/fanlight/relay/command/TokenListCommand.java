package dev.fanlight.relay.command;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code token list}. */
@Command(name = "list", description = "List the tokens that are good.", mixinStandardHelpOptions = true)
final class TokenListCommand implements Runnable {

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(
                options.api().list("/tokens"),
                "There is no token. Make one: fanlight-relay token create LABEL --can read",
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
                Members.text(token, "id"),
                Members.text(token, "can"),
                Members.time(token, "created_at"),
                Members.time(token, "expires_at"),
                Members.time(token, "used_at"),
                Members.text(token, "label"));
    }
}
