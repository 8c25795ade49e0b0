package dev.fanlight.relay.server;

import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.Features;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.config.AccessConfig;
import dev.fanlight.relay.config.AccessConfig.LearnedNames;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.config.RelayVersion;
import dev.fanlight.relay.fanout.FanOuts;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.websocket.Admission;
import dev.fanlight.relay.gateway.websocket.ChatIdentities;
import dev.fanlight.relay.gateway.websocket.ViewerHandler;
import dev.fanlight.relay.gateway.websocket.ViewerServices;
import dev.fanlight.relay.http.route.AddedRoute;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.http.route.SocketUpgrade;
import dev.fanlight.relay.ingest.agent.AgentContext;
import dev.fanlight.relay.ingest.agent.AgentHandler;
import dev.fanlight.relay.ingest.agent.AgentServices;
import dev.fanlight.relay.ingest.agent.DeviceRegistration;
import dev.fanlight.relay.ingest.agent.LinkSharing;
import dev.fanlight.relay.ingest.agent.UnprovenAgents;
import dev.fanlight.relay.ingest.agent.ViewerNames;
import dev.fanlight.relay.node.NodeHandler;
import dev.fanlight.relay.recording.BackfillTarget;
import dev.fanlight.relay.socket.PeerKind;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Serves the sockets of viewers and agents. Used on the starting thread. */
final class SocketRoutes {

    private final GatewayContext context;
    private final SocketUpgrade upgrade;
    private final RelayTimeouts timeouts;
    private final AccessConfig access;

    SocketRoutes(GatewayContext context, SocketUpgrade upgrade, RelayTimeouts timeouts, AccessConfig access) {
        this.context = context;
        this.upgrade = upgrade;
        this.timeouts = timeouts;
        this.access = access;
    }

    /**
     * Serves viewers, whose frames come by way of {@code fanOuts}.
     *
     * @param gateways the features that gateways add for players
     */
    void viewers(FanOuts fanOuts, ChatRooms rooms, ChatIdentities identities, Supplier<Stream<String>> gateways) {
        ViewerHandler handler = new ViewerHandler(new ViewerServices(
                new Admission(context.watchGate(), context.streams(), rooms),
                identities,
                fanOuts,
                context.policy(),
                context.authorization(),
                RelayVersion.text(),
                () -> Stream.concat(own(), gateways.get()).toList(),
                timeouts.viewers(),
                context.worker(),
                context.wallClock(),
                context.clock(),
                context.counters(),
                context.errors()));
        context.routes()
                .answer(
                        Route.VIEW_SOCKET,
                        (request, watch) -> upgrade.ofPage(request, watch, PeerKind.VIEWER, handler));
    }

    /** Serves other relays of the cluster. */
    void nodes(NodeHandler handler) {
        context.routes()
                .add(new AddedRoute(
                        HttpMethod.GET,
                        NodeHandler.PATH,
                        (request, watch) -> upgrade.ofAgent(request, watch, handler)));
    }

    private Stream<String> own() {
        Stream<String> chat = Stream.of(Features.PIN, Features.REACTIONS);
        return access.names() == LearnedNames.OFF ? chat : Stream.concat(chat, Stream.of(Features.WATCHING));
    }

    /** Serves agents, which {@code relayName} challenges, and pages that publish. */
    void agents(
            String relayName,
            Secrets secrets,
            DeviceRegistration registration,
            UnprovenAgents unproven,
            ChatRooms rooms,
            LinkSharing links,
            BackfillTarget backfill) {
        AgentContext agents = new AgentContext(
                relayName,
                timeouts.agents(),
                context.worker(),
                secrets,
                context.wallClock(),
                context.clock(),
                context.errors());
        Optional<ViewerNames> viewerNames = switch (access.names()) {
            case OFF -> Optional.empty();
            case CHAT ->
                Optional.of(ViewerNames.withoutLabels(context.authorization().sessions(), rooms));
            case LABELS ->
                Optional.of(ViewerNames.withLabels(context.authorization().sessions(), rooms));
        };
        AgentHandler handler = new AgentHandler(new AgentServices(
                agents,
                registration,
                context.publishGate(),
                context.publishSessions(),
                unproven,
                rooms,
                links,
                viewerNames,
                backfill));
        context.routes()
                .answer(
                        Route.PUBLISH_SOCKET,
                        (request, watch) -> upgrade.ofPage(request, watch, PeerKind.AGENT, handler.ofPages()));
        context.routes().answer(Route.AGENT_SOCKET, (request, watch) -> upgrade.ofAgent(request, watch, handler));
    }
}
