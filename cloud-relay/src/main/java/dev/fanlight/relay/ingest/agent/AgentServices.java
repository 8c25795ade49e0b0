package dev.fanlight.relay.ingest.agent;

import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSessions;
import java.util.Optional;

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
        Optional<ViewerNames> viewerNames) {}
