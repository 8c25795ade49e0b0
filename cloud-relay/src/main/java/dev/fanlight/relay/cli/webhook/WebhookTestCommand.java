package dev.fanlight.relay.cli.webhook;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Printable;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code webhook test}: posts an event and waits for what the server answers. */
@Command(
        name = "test",
        description = "Post a test event, and wait until the server has answered to it.",
        mixinStandardHelpOptions = true)
final class WebhookTestCommand implements Runnable {

    /** How long the first try may take; the relay gives up on it sooner, unless others wait before it. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Parameters(paramLabel = "NAME", description = "Name of the webhook in the settings.")
    private String name = "";

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        RelayApi api = options.api();
        Set<String> before = Webhooks.deliveries(Webhooks.named(api, name)).stream()
                .map(WebhookTestCommand::id)
                .collect(Collectors.toSet());
        api.ifMissing(Webhooks.missing(name))
                .post(Webhooks.PATH + "/" + RelayApi.segment(name) + "/test", new JsonObject());
        JsonObject tried = awaitTry(api, before);
        if (!"delivered".equals(tried.getString("state"))) {
            throw new UserException(
                    ExitCode.FAILED,
                    "\"" + Printable.text(name) + "\" has not accepted the event: "
                            + Printable.text(JsonMembers.text(tried, "problem"))
                            + ". It is tried again; see: fanlight-relay webhook deliveries " + Printable.text(name));
        }
        options.done("The server of \"" + Printable.text(name) + "\" has accepted a test event.");
    }

    private JsonObject awaitTry(RelayApi api, Set<String> before) {
        long end = NanoClock.SYSTEM.nanoTime() + LIMIT.toNanos();
        while (NanoClock.SYSTEM.nanoTime() < end) {
            Optional<JsonObject> tried = Webhooks.deliveries(Webhooks.named(api, name)).stream()
                    .filter(delivery -> !before.contains(id(delivery)) && delivery.getInteger("tries") > 0)
                    .filter(delivery ->
                            "test".equals(delivery.getJsonObject("event").getString("type")))
                    .findFirst();
            if (tried.isPresent()) {
                return tried.get();
            }
            pause();
        }
        throw new UserException(
                ExitCode.FAILED,
                "The event was not posted within " + LIMIT.toSeconds()
                        + " s: others wait before it. See: fanlight-relay webhook deliveries " + Printable.text(name));
    }

    private static void pause() {
        try {
            Sleeper.SYSTEM.sleepNanos(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        }
    }

    private static String id(JsonObject delivery) {
        return delivery.getJsonObject("event").getString("id");
    }
}
