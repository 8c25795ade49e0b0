package dev.fanlight.relay.server;

import dev.fanlight.relay.admin.api.AddressBook;
import dev.fanlight.relay.admin.api.Endpoints;
import dev.fanlight.relay.admin.api.HealthReadings;
import dev.fanlight.relay.admin.service.CameraLinks;
import dev.fanlight.relay.admin.service.LinkService;
import dev.fanlight.relay.audit.AuditWriter;
import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.chat.BanRule;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.child.FfmpegChildren;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.component.Lifecycle;
import dev.fanlight.relay.component.Resource;
import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.LiveConfig;
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
import dev.fanlight.relay.http.route.RequestIds;
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
import dev.fanlight.relay.recording.Recorder;
import dev.fanlight.relay.rewind.AccessNotes;
import dev.fanlight.relay.rewind.RewindRoutes;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.StreamRegistry;
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

    private static final int LOCAL_TOKEN_BITS = 256;

    private final LiveConfig live;
    private final RelayConfig config;
    private final RelayStateFolder folder;
    private final Optional<RelayTls> tls;
    private final Instruments instruments;
    private final Lifecycle lifecycle;
    private final RelayIdentity identity;

    RelayAssembly(
            LiveConfig live,
            RelayStateFolder folder,
            Optional<RelayTls> tls,
            Instruments instruments,
            Lifecycle lifecycle) {
        this.live = live;
        this.config = live.get();
        this.folder = folder;
        this.tls = tls;
        this.instruments = instruments;
        this.lifecycle = lifecycle;
        this.identity = new RelayIdentity(config, folder, tls, instruments);
    }

    /** Starts everything, {@code gateways} last before the listeners. */
    RunningRelay start(List<GatewayFactory> gateways) {
        RelayStore store = RelayStore.open(dialect(), instruments.secrets(), Clock.systemUTC());
        lifecycle.start(new Resource("store", store));
        EventLoops loops = lifecycle.start(EventLoops.of(config.listen(), instruments));
        AuditWriter audit = RelayAudit.of(store, instruments.errors());
        lifecycle.start(new Resource("audit", audit));
        lifecycle.start(RelayAudit.retention(store, live, instruments.errors()));
        Cluster cluster = new RelayCluster(config.cluster(), instruments).start(loops.vertx(), lifecycle);
        RelayAccess access = RelayAccess.of(config, store, cluster, instruments);
        LinkService links =
                new LinkService(store.links(), store.revocations(), access.sessions(), access.rights(), audit);
        ChatRooms rooms = RelayMedia.rooms(live, store, audit, links, cluster, instruments);
        lifecycle.start(new Resource("chat", rooms));
        StoreWorkers workers = lifecycle.start(
                new StoreWorkers(loops.vertx(), config.timeouts().stop().store()));
        StreamRegistry streams = RelayMedia.streams(live, instruments);
        FanOuts fanOuts = RelayMedia.fanOuts(config, instruments);
        lifecycle.start(new StreamTicker(loops.vertx(), instruments.clock(), streams, fanOuts));
        Recorder recorder = lifecycle.start(RelayMedia.recorder(config, folder, store, streams, audit, instruments));
        cluster.rights().subscribe(new FormerCameras(streams, rooms));
        cluster.rights().subscribe(access.sessions());
        RelayEvents.Running events =
                RelayEvents.start(config, lifecycle, loops.vertx(), streams, access, audit, store.push(), instruments);
        ChatIdentities identities = new ChatKey(folder, instruments, config.cluster()).identities();
        DeviceAuthenticator devices = new DeviceAuthenticator(store.devices(), identity::isServerKey);
        FfmpegChildren children = lifecycle.start(RelayMedia.children(config, folder, instruments));
        PlayableStreams playable = lifecycle.start(
                RelayMedia.playable(config, streams, loops.vertx(), workers.executor(), children, instruments));
        RelayContext context = new RelayContext(
                instruments,
                access,
                RelayGates.of(
                        live,
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
        Parts parts =
                new Parts(store, audit, links, rooms, identities, devices, fanOuts, recorder, events, cluster, context);
        return open(loops, parts, gateways);
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
            Recorder recorder,
            RelayEvents.Running events,
            Cluster cluster,
            RelayContext context) {}

    private RunningRelay open(EventLoops loops, Parts parts, List<GatewayFactory> gateways) {
        RelayContext context = parts.context();
        PeerSockets sockets = new PeerSockets(
                loops.vertx(),
                () -> live.get().limits(),
                instruments.random(),
                config.timeouts().stop().goodbye());
        RelayRouter router = new RelayRouter(
                new SecurityHeaders(context.clients(), config.agentsSeePublicCertificate()),
                new RequestIds(context.clients(), instruments.secrets()),
                context.policy(),
                context.routes(),
                new PathPrefix(config.proxy().publicUrl().map(PublicUrl::prefix).orElse("")),
                context.counters(),
                context.errors());
        RelayPorts ports = new RelayPorts(loops, live, router);
        Optional<PortListener> secure =
                tls.map(certificates -> ports.tls(certificates.served().current()));
        RelayAddresses addresses = new RelayAddresses(config, identity.pin(), secure, ports.plain());
        String localToken = instruments.secrets().base32(LOCAL_TOKEN_BITS);
        List<Gateway> plugged =
                gateways.stream().map(factory -> factory.create(context)).toList();
        AddressBook book = new AddressBook(
                addresses,
                () -> Stream.concat(
                                Stream.of(CameraAddress.OF_PUBLISH_PAGE),
                                plugged.stream().flatMap(gateway -> gateway.addresses().stream()))
                        .toList());
        GatewayReports reports = new GatewayReports(() -> plugged);
        routes(parts, sockets, book, reports, localToken);
        plugged.forEach(lifecycle::start);
        secure.ifPresent(lifecycle::start);
        addresses.plain().ifPresent(lifecycle::start);
        ports.warning().ifPresent(lifecycle::start);
        PortListener local = lifecycle.start(ports.local());
        lifecycle.start(new LocalAdmin(local, localToken, folder));
        new RelayMonitoring(lifecycle, folder).start(ports, parts.store(), context, reports);
        tls.flatMap(certificates ->
                        ports.challenges(certificates.answers(), addresses.get().port()))
                .ifPresent(lifecycle::start);
        lifecycle.start(sockets);
        tls.ifPresent(certificates ->
                secure.ifPresent(listener -> lifecycle.start(certificates.renewal(listener, instruments.errors()))));
        return new RunningRelay(parts.store(), addresses, sockets, context.streams(), loops);
    }

    private void routes(
            Parts parts, PeerSockets sockets, AddressBook addresses, GatewayReports gateways, String localToken) {
        RelayContext context = parts.context();
        PendingDevices pending = new PendingDevices(instruments.secrets(), instruments.random());
        PasswordHasher passwords = new PasswordHasher(instruments.errors());
        lifecycle.start(new Resource("passwords", passwords));
        HealthReadings health = RelayHealth.start(
                lifecycle,
                folder,
                context,
                parts.store(),
                gateways,
                parts.recorder()::problem,
                () -> tls.map(certificates -> certificates.served().state()),
                Optional.of(parts.cluster()).filter(shared -> config.cluster().isOn()));
        new SitePages(
                        WebBundle.load(),
                        new HealthReport(context.streams(), context.counters(), RelayVersion.text()),
                        parts.store().health()::problem,
                        config.access().frameAncestors())
                .register(context.routes());
        Endpoints api = new AdminApi(
                        parts.store(),
                        context,
                        parts.audit(),
                        parts.links(),
                        passwords,
                        addresses,
                        gateways,
                        parts.recorder(),
                        parts.events())
                .build(localToken, pending, parts.rooms(), parts.identities().tags(), health);
        lifecycle.start(new ApiCalls(api));
        context.routes().answer(api);
        RewindRoutes.add(
                context, parts.recorder(), parts.store().clips(), new AccessNotes(parts.audit(), instruments.clock()));
        SocketRoutes socketRoutes = socketRoutes(context, sockets);
        new RelayNodes(config, parts.cluster(), context, identity::isServerKey).start(socketRoutes, lifecycle);
        socketRoutes.viewers(parts.fanOuts(), parts.rooms(), parts.identities(), gateways::features);
        socketRoutes.agents(
                identity.name(),
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
                        parts.links(),
                        () -> live.get().access().camerasMayShare(),
                        addresses.relay(),
                        Clock.systemUTC()),
                parts.recorder().backfill());
    }

    private Dialect dialect() {
        return config.store()
                .server()
                .map(Dialect::postgres)
                .orElseGet(() -> Dialect.sqlite(folder.createSecretFile(RelayStore.FILE)));
    }

    private SocketRoutes socketRoutes(RelayContext context, PeerSockets sockets) {
        SocketLimits limits = new SocketLimits(
                context.limits(), new OpenCounts(() -> live.get().limits().socketsPerAddress()));
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
}
