package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.agent.NamedViewer;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSessions;
import dev.fanlight.relay.recording.BackfillTarget;
import dev.fanlight.relay.socket.PeerSocket;
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
 * @param backfill takes what recordings lack
 */
public record AgentServices(
        AgentContext context,
        DeviceRegistration registration,
        PublishGate gate,
        PublishSessions sessions,
        UnprovenAgents unproven,
        ChatRooms rooms,
        LinkSharing links,
        Optional<ViewerNames> viewerNames,
        BackfillTarget backfill) {

    /** What tells an agent with these features what is needed of {@code camera}. */
    DemandReport report(PeerSocket socket, CameraName camera, Features features) {
        return new DemandReport(
                socket::send,
                viewerNames(camera, features),
                () -> features.has(Features.BACKFILL) && backfill.wants(camera));
    }

    /** What takes the backfill of an agent with these features. */
    Optional<BackfillReceiver> backfill(PeerSocket socket, CameraName camera, Features features) {
        return features.has(Features.BACKFILL)
                ? Optional.of(new BackfillReceiver(camera, backfill, ack -> socket.post(() -> socket.send(ack))))
                : Optional.empty();
    }

    /** Asks who watches {@code camera}; empty where an agent with these features is not told. */
    Optional<Supplier<List<NamedViewer>>> viewerNames(CameraName camera, Features features) {
        return viewerNames.filter(all -> features.has(Features.WATCHING)).map(all -> () -> all.of(camera));
    }
}
