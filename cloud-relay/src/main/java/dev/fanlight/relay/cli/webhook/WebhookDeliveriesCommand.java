package dev.fanlight.relay.cli.webhook;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code webhook deliveries}. */
@Command(
        name = "deliveries",
        description = "Show what became of the newest 100 events of a webhook, newest first.",
        mixinStandardHelpOptions = true)
final class WebhookDeliveriesCommand implements Runnable {

    @Parameters(paramLabel = "NAME", description = "Name of the webhook in the settings.")
    private String name = "";

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        List<JsonObject> newestFirst = new ArrayList<>(Webhooks.deliveries(Webhooks.named(options.api(), name)));
        Collections.reverse(newestFirst);
        options.print(
                newestFirst,
                "Nothing was posted since the relay started. Try it: fanlight-relay webhook test " + name,
                WebhookDeliveriesCommand::row,
                "TIME",
                "EVENT",
                "CAMERA",
                "STATE",
                "TRIES",
                "PROBLEM");
    }

    private static void row(Table table, JsonObject delivery) {
        JsonObject event = delivery.getJsonObject("event");
        table.row(
                JsonMembers.time(event, "time"),
                JsonMembers.text(event, "type"),
                JsonMembers.text(event, "camera"),
                JsonMembers.text(delivery, "state"),
                JsonMembers.text(delivery, "tries"),
                JsonMembers.text(delivery, "problem"));
    }
}
