package dev.fanlight.relay.event;

import dev.fanlight.identity.CameraName;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that happened. Holds no secret, no address and no name of a viewer. Immutable.
 *
 * @param id unlike that of any other event
 * @param type what happened
 * @param timeMillis when, ms since 1970
 * @param camera where, if it concerns one camera
 * @param data more about it; which members there are depends on the type
 */
public record RelayEvent(
        String id, EventType type, long timeMillis, Optional<CameraName> camera, Map<String, String> data) {

    /** Copies the data. */
    public RelayEvent {
        data = Map.copyOf(data);
    }

    /** As programs read it, the same wherever they do. */
    public JsonObject json() {
        JsonObject json =
                new JsonObject().put("id", id).put("type", type.word()).put("time", timeMillis);
        camera.ifPresent(name -> json.put("camera", name.text()));
        JsonObject members = new JsonObject();
        new TreeMap<>(data).forEach(members::put);
        return json.put("data", members);
    }
}
