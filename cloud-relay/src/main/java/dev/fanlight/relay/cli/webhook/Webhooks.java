package dev.fanlight.relay.cli.webhook;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Webhooks as the API describes them. Stateless. */
final class Webhooks {

    static final String PATH = "/webhooks";
    static final String NONE =
            "There are no webhooks. Name one in the settings: webhooks.NAME.url and webhooks.NAME.secret";

    private Webhooks() {}

    /** The webhook of this name. */
    static JsonObject named(RelayApi api, String name) {
        return api.list(PATH).stream()
                .filter(webhook -> name.equals(webhook.getString("name")))
                .findFirst()
                .orElseThrow(() -> new UserException(ExitCode.FAILED, missing(name)));
    }

    /** What became of its newest events, the oldest first. */
    static List<JsonObject> deliveries(JsonObject webhook) {
        return webhook.getJsonArray("deliveries", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    static String missing(String name) {
        return "There is no webhook \"" + Printable.text(name) + "\". List webhooks: fanlight-relay webhook list";
    }
}
