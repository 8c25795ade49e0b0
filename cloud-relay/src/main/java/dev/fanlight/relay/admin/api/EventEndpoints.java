package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.event.Events;
import dev.fanlight.relay.event.RelayEvent;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.webhook.Delivery;
import dev.fanlight.relay.webhook.Webhooks;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What happens on the relay, and what becomes of it at the webhooks. Thread safe. */
public final class EventEndpoints {

    private final Events events;
    private final EventStreams streams;
    private final Webhooks webhooks;

    /** Answers with what these know. */
    public EventEndpoints(Events events, EventStreams streams, Webhooks webhooks) {
        this.events = events;
        this.streams = streams;
        this.webhooks = webhooks;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.EVENTS, (Endpoint.Blocking) this::events);
        endpoints.put(Route.WEBHOOKS, (Endpoint.Blocking) call -> Answer.ok(webhooks()));
        endpoints.put(Route.TEST_WEBHOOK, (Endpoint.Blocking) this::test);
    }

    /** Programs that want to be informed say so by the media type that they take; to all others the newest are listed. */
    private Answer events(Call call) {
        return call.streaming()
                ? Answer.streaming(streams.of(call))
                : Answer.ok(JsonViews.array(events.recent(), RelayEvent::json));
    }

    private Answer test(Call call) {
        if (!webhooks.test(call.id())) {
            throw new ProblemException(Problem.Code.NOT_FOUND);
        }
        return Answer.accepted();
    }

    private JsonArray webhooks() {
        return JsonViews.array(
                webhooks.statuses(),
                status -> new JsonObject()
                        .put("name", status.config().name())
                        .put("site", status.config().site())
                        .put(
                                "events",
                                new JsonArray(status.config().events().stream()
                                        .map(type -> type.word())
                                        .sorted()
                                        .toList()))
                        .put("deliveries", JsonViews.array(status.deliveries(), EventEndpoints::delivery)));
    }

    private static JsonObject delivery(Delivery delivery) {
        JsonObject json = new JsonObject()
                .put("event", delivery.event().json())
                .put("tries", delivery.tries())
                .put("state", delivery.state().word());
        delivery.problem().ifPresent(problem -> json.put("problem", problem));
        return json;
    }
}
