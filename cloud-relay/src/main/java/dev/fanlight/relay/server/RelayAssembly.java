package dev.fanlight.relay.server;

import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.relay.admin.api.AddressBook;
import dev.fanlight.relay.admin.api.Endpoints;
import dev.fanlight.relay.admin.service.CameraLinks;
import dev.fanlight.relay.admin.service.LinkService;
import dev.fanlight.relay.audit.AuditWriter;
import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.chat.BanRule;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.child.ChildLimits;
import dev.fanlight.relay.child.ChildTimeouts;
import dev.fanlight.relay.child.FfmpegChildren;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.component.Lifecycle;
import dev.fanlight.relay.component.Resource;
import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.PublicUrl;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.config.RelayVersion;
import dev.fanlight.relay.fanout.FanOuts;
import dev.fanlight.relay.gateway.Gateway;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayReports;
import dev.fanlight.relay.gateway.websocket.ChatIdentities;
import dev.fanlight.relay.http.route.HealthReport;
import dev.fanlight.relay.http.route.KnownSessions;
import dev.fanlight.relay.http.route.PathPrefix;
import dev.fanlight.relay.http.route.RelayRouter;
import dev.fanlight.relay.http.route.Routes;
import dev.fanlight.relay.http.route.SecurityHeaders;
import dev.fanlight.relay.http.route.SocketLimits;
import dev.fanlight.relay.http.route.SocketUpgrade;
import dev.fanlight.relay.http.site.SitePages;
import dev.fanlight.relay.http.site.WebBundle;
import dev.fanlight.relay.ingest.DeviceAuthenticator;
import dev.fanlight.relay.ingest.agent.DeviceRegistration;
import dev.fanlight.relay.ingest.agent.PendingDevices;
import dev.fanlight.relay.ingest.agent.UnprovenAgents;
import dev.fanlight.relay.ratelimit.OpenCounts;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.tls.LocalNames;
import dev.fanlight.relay.tls.RelayCertificates;
import dev.fanlight.relay.transcode.PlayableStreams;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the components of a relay and starts them, from the store to the last listener; they are stopped in reverse. Used once, on the
 * starting thread.
 */
final class RelayAssembly {

    private static final String FFMPEG = "ffmpeg";
    private static final int LOCAL_TOKEN_BITS = 256;

    private final RelayConfig config;
    private final RelayStateFolder folder;
    private final Optional<RelayTls> tls;
    private final Instruments instruments;
    private final Lifecycle lifecycle;

    RelayAssembly(
            RelayConfig config,
            RelayStateFolder folder,
            Optional<RelayTls> tls,
            Instruments instruments,
            Lifecycle lifecycle) {
        this.config = config;
        this.folder = folder;
        this.tls = tls;
        this.instruments = instruments;
        this.lifecycle = lifecycle;
    }

    /**
     * What a running relay is asked.
     *
     * @param store what is stored
     * @param addresses where links lead
     * @param sockets what is open
     */
    record Running(RelayStore store, RelayAddresses addresses, PeerSockets sockets) {}

    /** Starts everything, {@code gateways} last before the listeners. */
    Running start(List<GatewayFactory> gateways) {
        RelayStore store = RelayStore.open(dialect(), instruments.secrets(), Clock.systemUTC());
        lifecycle.start(new Resource("store", store));
        EventLoops loops = lifecycle.start(EventLoops.of(config.listen(), instruments));
        AuditWriter audit = RelayAudit.of(store, instruments.errors());
        lifecycle.start(new Resource("audit", audit));
        Cluster cluster = new RelayCluster(config.cluster(), instruments).start(loops.vertx(), lifecycle);
        RelayAccess access = RelayAccess.of(config, store, cluster, instruments);
        LinkService links =
                new LinkService(store.links(), store.revocations(), access.sessions(), access.rights(), audit);
        ChatRooms rooms = RelayMedia.rooms(config, store, audit, links, cluster, instruments);
        lifecycle.start(new Resource("chat", rooms));
        StoreWorkers workers = lifecycle.start(
                new StoreWorkers(loops.vertx(), config.timeouts().stop().store()));
        StreamRegistry streams = RelayMedia.streams(config, instruments);
        FanOuts fanOuts = RelayMedia.fanOuts(config, instruments);
        lifecycle.start(new StreamTicker(loops.vertx(), instruments.clock(), streams, fanOuts));
        cluster.rights().subscribe(new FormerCameras(streams, rooms));
        cluster.rights().subscribe(access.sessions());
        ChatIdentities identities = new ChatKey(folder, instruments, config.cluster()).identities();
        DeviceAuthenticator devices = new DeviceAuthenticator(store.devices(), this::isServerKey);
        FfmpegChildren children = lifecycle.start(children());
        PlayableStreams playable = lifecycle.start(
                RelayMedia.playable(config, streams, loops.vertx(), workers.executor(), children, instruments));
        RelayContext context = new RelayContext(
                instruments,
                access,
                RelayGates.of(
                        config,
                        access,
                        instruments,
                        new BanRule(rooms, identities.tokens(), identities.tags(), access.policy()),
                        devices,
                        new RelayGates.Publishing(
                                store,
                                audit,
                                streams,
                                cluster.streams(),
                                workers.executor(),
                                RelayNodes.places(config, cluster, loops.vertx(), instruments))),
                streams,
                playable,
                new Routes(),
                loops.vertx(),
                loops.count(),
                tls.map(RelayTls::served),
                children,
                lifecycle.start(new RelaySrt(folder, instruments).process()),
                workers.executor(),
                config.timeouts());
        cluster.rights().subscribe(new FollowedPauses(streams, access.authenticator(), context.authorization()));
        return open(
                loops, new Parts(store, audit, links, rooms, identities, devices, fanOuts, cluster, context), gateways);
    }

    /** What the routes and the listeners are made of. */
    private record Parts(
            RelayStore store,
            AuditWriter audit,
            LinkService links,
            ChatRooms rooms,
            ChatIdentities identities,
            DeviceAuthenticator devices,
            FanOuts fanOuts,
            Cluster cluster,
            RelayContext context) {}

    private Running open(EventLoops loops, Parts parts, List<GatewayFactory> gateways) {
        RelayContext context = parts.context();
        PeerSockets sockets = new PeerSockets(
                loops.vertx(),
                config.limits(),
                instruments.random(),
                config.timeouts().stop().goodbye());
        RelayRouter router = new RelayRouter(
                new SecurityHeaders(context.clients(), config.agentsSeePublicCertificate()),
                context.policy(),
                context.routes(),
                new PathPrefix(config.proxy().publicUrl().map(PublicUrl::prefix).orElse("")),
                context.counters(),
                context.errors());
        RelayPorts ports = new RelayPorts(loops, config, router);
        Optional<PortListener> secure =
                tls.map(certificates -> ports.tls(certificates.served().current()));
        RelayAddresses addresses = new RelayAddresses(config, pin(), secure, ports.plain());
        String localToken = instruments.secrets().base32(LOCAL_TOKEN_BITS);
        List<Gateway> plugged =
                gateways.stream().map(factory -> factory.create(context)).toList();
        AddressBook book = new AddressBook(
                addresses,
                () -> Stream.concat(
                                Stream.of(CameraAddress.OF_PUBLISH_PAGE),
                                plugged.stream().flatMap(gateway -> gateway.addresses().stream()))
                        .toList());
        routes(parts, sockets, book, new GatewayReports(() -> plugged), localToken);
        plugged.forEach(lifecycle::start);
        secure.ifPresent(lifecycle::start);
        addresses.plain().ifPresent(lifecycle::start);
        ports.warning().ifPresent(lifecycle::start);
        PortListener local = lifecycle.start(ports.local());
        lifecycle.start(new LocalAdmin(local, localToken, folder));
        tls.flatMap(certificates -> ports.challenges(
                        certificates.answers(), () -> addresses.get().port()))
                .ifPresent(lifecycle::start);
        lifecycle.start(sockets);
        tls.ifPresent(certificates ->
                secure.ifPresent(listener -> lifecycle.start(certificates.renewal(listener, instruments.errors()))));
        return new Running(parts.store(), addresses, sockets);
    }

    private void routes(
            Parts parts, PeerSockets sockets, AddressBook addresses, GatewayReports gateways, String localToken) {
        RelayContext context = parts.context();
        PendingDevices pending = new PendingDevices(instruments.secrets(), instruments.random());
        PasswordHasher passwords = new PasswordHasher(instruments.errors());
        lifecycle.start(new Resource("passwords", passwords));
        RelayStatus status = new RelayStatus(
                context.streams(),
                context.counters(),
                parts.store().audit(),
                parts.store().health()::problem,
                () -> tls.map(certificates -> certificates.served().state()),
                gateways::problems,
                context.wallClock());
        new SitePages(
                        WebBundle.load(),
                        new HealthReport(context.streams(), context.counters(), RelayVersion.text()),
                        parts.store().health()::problem)
                .register(context.routes());
        Endpoints api = new AdminApi(
                        parts.store(), context, parts.audit(), parts.links(), passwords, addresses, gateways)
                .build(localToken, pending, parts.rooms(), parts.identities().tags(), status::json);
        lifecycle.start(new ApiCalls(api));
        context.routes().answer(api);
        SocketRoutes socketRoutes = socketRoutes(context, sockets);
        new RelayNodes(config, parts.cluster(), context, this::isServerKey).start(socketRoutes, lifecycle);
        socketRoutes.viewers(parts.fanOuts(), parts.rooms(), parts.identities());
        socketRoutes.agents(
                relayName(),
                instruments.secrets(),
                new DeviceRegistration(
                        parts.devices(),
                        pending,
                        context.access().sessions(),
                        context.access().rights(),
                        parts.audit(),
                        context.limits(),
                        context.counters()),
                new UnprovenAgents(sockets.open()),
                parts.rooms(),
                new CameraLinks(
                        parts.links(), config.access().camerasMayShare(), addresses.relay(), Clock.systemUTC()));
    }

    private FfmpegChildren children() {
        return new FfmpegChildren(
                config.ffmpeg().program(),
                folder.subfolder(FFMPEG),
                new ChildLimits(config.ffmpeg().children()),
                ChildTimeouts.STANDARD,
                instruments.counters(),
                instruments.errors());
    }

    private Dialect dialect() {
        return config.store()
                .server()
                .map(Dialect::postgres)
                .orElseGet(() -> Dialect.sqlite(folder.createSecretFile(RelayStore.FILE)));
    }

    private SocketRoutes socketRoutes(RelayContext context, PeerSockets sockets) {
        SocketLimits limits = new SocketLimits(
                context.limits(), new OpenCounts(config.limits().socketsPerAddress()));
        return new SocketRoutes(
                context,
                new SocketUpgrade(
                        context.clients(),
                        limits,
                        new KnownSessions(context.access().authenticator(), context.worker()),
                        sockets.open(),
                        config.timeouts().connections().close(),
                        context.counters(),
                        context.errors()),
                config.timeouts(),
                config.access());
    }

    /** The server keys that agents may sign: those they saw here, or {@code webpki} where they see a public certificate. */
    private boolean isServerKey(String key) {
        return (config.agentsSeePublicCertificate() && key.equals(ServerKey.WEBPKI.text()))
                || tls.filter(own -> own.served().showed(key)).isPresent();
    }

    private String relayName() {
        String host = config.listen().publicHost();
        return host.isEmpty() ? LocalNames.hostName() : host;
    }

    private String pin() {
        return config.agentsSeePublicCertificate()
                ? JoinLink.WEBPKI
                : new RelayCertificates(folder, instruments.random(), Clock.systemUTC())
                        .authority()
                        .pin();
    }
}
