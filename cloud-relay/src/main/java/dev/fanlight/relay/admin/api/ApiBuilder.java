package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.http.route.Route;
import java.util.EnumMap;

/**
 * Puts the API together. Used once.
 *
 * @param gate what every call goes through
 * @param sessions links traded for sessions
 * @param owner becoming the owner
 * @param cameras cameras and devices
 * @param publishKeys publish keys
 * @param links links to share
 * @param chat keeping order in the chat
 * @param recordings what was recorded
 * @param clips what was cut out of it
 * @param relay the relay itself
 * @param events what happens on it
 * @param push browsers that are notified of it
 */
public record ApiBuilder(
        ApiGate gate,
        SessionEndpoints sessions,
        OwnerEndpoints owner,
        CameraEndpoints cameras,
        PublishKeyEndpoints publishKeys,
        LinkEndpoints links,
        ChatEndpoints chat,
        RecordingEndpoints recordings,
        ClipEndpoints clips,
        RelayEndpoints relay,
        EventEndpoints events,
        PushEndpoints push) {

    /** All endpoints together. */
    public Endpoints build() {
        EnumMap<Route, Endpoint> endpoints = new EnumMap<>(Route.class);
        sessions.register(endpoints);
        owner.register(endpoints);
        cameras.register(endpoints);
        publishKeys.register(endpoints);
        links.register(endpoints);
        chat.register(endpoints);
        recordings.register(endpoints);
        clips.register(endpoints);
        relay.register(endpoints);
        events.register(endpoints);
        push.register(endpoints);
        return Endpoints.of(gate, endpoints);
    }
}
