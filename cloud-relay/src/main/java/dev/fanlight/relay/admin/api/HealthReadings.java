package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.health.HealthHistory;
import dev.fanlight.relay.health.HealthSample;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What the API reads about the health of the relay. Thread safe.
 *
 * @param status how it is now
 * @param bitRate bits a second that the publisher of a camera sends
 * @param history how it was
 */
public record HealthReadings(Supplier<JsonObject> status, ToLongFunction<CameraName> bitRate, HealthHistory history) {

    JsonArray historyJson() {
        return JsonViews.array(history.samples(), HealthReadings::sample);
    }

    private static JsonObject sample(HealthSample sample) {
        JsonObject json = new JsonObject()
                .put("time", sample.timeMillis())
                .put("viewers", sample.viewers())
                .put("cameras_live", sample.camerasLive())
                .put("bits_in", sample.bitsIn())
                .put("bits_out", sample.bitsOut())
                .put("memory", sample.memory())
                .put("memory_max", sample.memoryMax())
                .put("disk_free", sample.diskFree())
                .put("disk", sample.disk());
        sample.cpu().ifPresent(load -> json.put("cpu", load));
        JsonViews.put(json, "frame_age_ms", sample.frameAgeMillis());
        return json;
    }
}
