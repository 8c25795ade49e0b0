package dev.fanlight.relay.cli.webhook;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code webhook list}. */
@Command(
        name = "list",
        description = "List the webhooks that the settings name (webhooks.NAME.url).",
        mixinStandardHelpOptions = true)
final class WebhookListCommand implements Runnable {

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(
                options.api().list(Webhooks.PATH),
                Webhooks.NONE,
                WebhookListCommand::row,
                "NAME",
                "SITE",
                "DELIVERED",
                "FAILED",
                "WAITING",
                "EVENTS");
    }

    private static void row(Table table, JsonObject webhook) {
        table.row(
                JsonMembers.text(webhook, "name"),
                JsonMembers.text(webhook, "site"),
                count(webhook, "delivered"),
                count(webhook, "failed"),
                count(webhook, "waiting"),
                String.join(",", JsonMembers.texts(webhook, "events")));
    }

    private static String count(JsonObject webhook, String state) {
        return Long.toString(Webhooks.deliveries(webhook).stream()
                .filter(delivery -> state.equals(delivery.getString("state")))
                .count());
    }
}
