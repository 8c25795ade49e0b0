package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.admin.service.CameraService;
import dev.fanlight.relay.admin.service.PublishKeyService;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.config.ShownKey;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.store.PublishKeys;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Publish keys of cameras. Thread safe. */
public final class PublishKeyEndpoints {

    private final PublishKeyService keys;
    private final CameraService cameras;
    private final AddressBook addresses;

    /** Serves what {@code keys} manages for {@code cameras}. */
    public PublishKeyEndpoints(PublishKeyService keys, CameraService cameras, AddressBook addresses) {
        this.addresses = addresses;
        this.keys = keys;
        this.cameras = cameras;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.PUBLISH_KEYS, (Endpoint.Blocking) this::list);
        endpoints.put(Route.CREATE_PUBLISH_KEY, (Endpoint.Blocking) this::create);
        endpoints.put(Route.REVOKE_PUBLISH_KEY, (Endpoint.Blocking)
                call -> Answer.doneIf(keys.revoke(call.actor(), call.cameraName(), call.id())));
    }

    private Answer list(Call call) {
        CameraName camera = cameras.find(call.cameraName())
                .orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND))
                .name();
        return Answer.ok(JsonViews.array(keys.list(camera), JsonViews::publishKey));
    }

    private Answer create(Call call) {
        String label = call.fields().optionalLabel().orElse("");
        PublishKeys.Created created = keys.create(call.actor(), call.cameraName(), label)
                .orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND));
        return Answer.created(new JsonObject()
                .put("id", created.id())
                .put("key", created.secret())
                .put(
                        "publishers",
                        addresses.of(
                                Use.PUBLISH,
                                call.fields().optionalHost(),
                                call.cameraName(),
                                ShownKey.of(created.id(), created.secret()))));
    }
}
