package dev.fanlight.relay.webpush;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.event.EventType;
import dev.fanlight.relay.event.RelayEvent;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** What a browser shows of an event. Stateless. */
final class PushMessage {

    /** The events of which owners are notified. */
    static final Set<EventType> TYPES =
            EnumSet.of(EventType.CAMERA_LOST, EventType.CAMERA_BACK, EventType.FIRST_VIEWER);

    private static final int MAX_TOPIC = 32;

    private PushMessage() {}

    /** What of two messages replaces the other: whether a camera is there, and whether it is watched. At most 32 characters of base64url. */
    static String topic(RelayEvent event) {
        String about = event.type() == EventType.FIRST_VIEWER ? "w-" : "c-";
        String name = event.camera().map(CameraName::text).orElse(event.type().word());
        return (about + name).substring(0, Math.min(MAX_TOPIC, about.length() + name.length()));
    }

    static byte[] text(RelayEvent event) {
        String camera = event.camera().map(CameraName::text).orElse("");
        return new JsonObject()
                .put("title", title(event.type(), camera))
                .put("camera", camera)
                .put("tag", topic(event))
                .put("time", event.timeMillis())
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String title(EventType type, String camera) {
        return switch (type) {
            case CAMERA_LOST -> camera + " is offline";
            case CAMERA_BACK -> camera + " is live";
            case FIRST_VIEWER -> "Someone is watching " + camera;
            default -> "Notifications work";
        };
    }
}
