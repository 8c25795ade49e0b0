package dev.fanlight.relay.server;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.chat.AddressTags;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.chat.IdentityTokens;
import dev.fanlight.relay.config.RelayVersion;
import dev.fanlight.relay.fanout.FanOuts;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.websocket.Admission;
import dev.fanlight.relay.gateway.websocket.ViewerHandler;
import dev.fanlight.relay.gateway.websocket.ViewerServices;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.http.route.SocketUpgrade;
import dev.fanlight.relay.ingest.agent.AgentAuthenticator;
import dev.fanlight.relay.ingest.agent.AgentHandler;
import dev.fanlight.relay.ingest.agent.AgentServices;
import dev.fanlight.relay.ingest.agent.PendingDevices;
import dev.fanlight.relay.ratelimit.ReplacementLimit;
import dev.fanlight.relay.socket.AuthorizationMonitor;
import java.time.Clock;
import java.util.function.Consumer;

/** Serves the sockets of viewers and agents. Used on the starting thread. */
final class SocketRoutes {

    private final GatewayContext context;
    private final Instruments instruments;
    private final AuthorizationMonitor monitor;
    private final SocketUpgrade upgrade;

    SocketRoutes(GatewayContext context, Instruments instruments, AuthorizationMonitor monitor, SocketUpgrade upgrade) {
        this.context = context;
        this.instruments = instruments;
        this.monitor = monitor;
        this.upgrade = upgrade;
    }

    /** Serves viewers, at most {@code maxViewers}, whose identity in a chat is signed with {@code identityKey}. */
    void viewers(FanOuts fanOuts, ChatRooms rooms, byte[] identityKey, AddressTags tags, int maxViewers) {
        Admission admission = new Admission(
                context.authenticator(),
                context.policy(),
                context.streams(),
                rooms,
                new IdentityTokens(identityKey, Clock.systemUTC()),
                tags,
                instruments.secrets(),
                context.limits(),
                context.counters(),
                maxViewers);
        ViewerHandler handler = new ViewerHandler(new ViewerServices(
                admission,
                fanOuts,
                context.policy(),
                monitor,
                RelayVersion.text(),
                context.worker(),
                context.wallClock(),
                context.clock(),
                context.counters(),
                context.errors()));
        context.routes().answer(Route.VIEW_SOCKET, (request, watch) -> upgrade.ofPage(request, watch, handler));
    }

    /** Serves agents, which {@code relayName} challenges. */
    void agents(
            String relayName,
            AgentAuthenticator authenticator,
            Consumer<CameraName> seen,
            PendingDevices pending,
            AuditLog audit) {
        AgentHandler handler = new AgentHandler(new AgentServices(
                relayName,
                authenticator,
                context.policy(),
                context.streams(),
                seen,
                pending,
                context.authenticator(),
                monitor,
                new ReplacementLimit(context.clock()),
                audit,
                context.limits(),
                context.worker(),
                instruments.secrets(),
                context.wallClock(),
                context.clock(),
                context.counters(),
                context.errors()));
        context.routes().answer(Route.AGENT_SOCKET, (request, watch) -> upgrade.ofAgent(request, watch, handler));
    }
}
