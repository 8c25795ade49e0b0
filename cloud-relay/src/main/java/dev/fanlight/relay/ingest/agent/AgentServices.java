package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.agent.NamedViewer;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSessions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What agents’ sessions need. Immutable, its parts are thread safe.
 *
 * @param context clocks, workers and the like
 * @param registration registers devices
 * @param gate admits devices that are registered
 * @param sessions opens their publish sessions
 * @param unproven agents that have not shown who they are
 * @param rooms chats in which cameras speak
 * @param links makes links for people at a camera
 * @param viewerNames who watches; empty where agents do not learn it
 */
public record AgentServices(
        AgentContext context,
        DeviceRegistration registration,
        PublishGate gate,
        PublishSessions sessions,
        UnprovenAgents unproven,
        ChatRooms rooms,
        LinkSharing links,
        Optional<ViewerNames> viewerNames) {

    /** Asks who watches {@code camera}; empty where an agent with these features is not told. */
    Optional<Supplier<List<NamedViewer>>> viewerNames(CameraName camera, Features features) {
        return viewerNames.filter(all -> features.has(Features.WATCHING)).map(all -> () -> all.of(camera));
    }
}
