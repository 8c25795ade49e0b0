package dev.fanlight.agent;

import dev.fanlight.agent.preview.PreviewServer;
import java.util.Map;
import java.util.Optional;

/** Says where each camera can be watched on its network, anew whenever an address was used. Thread safe. */
final class Announcement {

    private final Map<String, AgentEvents> cameras;
    private volatile Optional<PreviewServer> server = Optional.empty();

    Announcement(Map<String, AgentEvents> cameras) {
        this.cameras = Map.copyOf(cameras);
    }

    void begin(PreviewServer started) {
        server = Optional.of(started);
        cameras.keySet().forEach(this::used);
    }

    void used(String camera) {
        AgentEvents events = cameras.get(camera);
        if (events != null) {
            server.ifPresent(known -> events.shown(known.addresses(camera)));
        }
    }
}
