package dev.fanlight.relay.server;

import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.chat.AddressTags;
import dev.fanlight.relay.chat.BanRule;
import dev.fanlight.relay.chat.ChatLimits;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.chat.FriendlyNames;
import dev.fanlight.relay.chat.IdentityTokens;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.config.RelayVersion;
import dev.fanlight.relay.fanout.FanOutContext;
import dev.fanlight.relay.fanout.FanOuts;
import dev.fanlight.relay.fanout.ThreadCpuTime;
import dev.fanlight.relay.gateway.websocket.Admission;
import dev.fanlight.relay.gateway.websocket.ChatIdentities;
import dev.fanlight.relay.gateway.websocket.ViewerHandler;
import dev.fanlight.relay.gateway.websocket.ViewerServices;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.http.route.HealthReport;
import dev.fanlight.relay.http.route.RelayRouter;
import dev.fanlight.relay.http.route.SecurityHeaders;
import dev.fanlight.relay.http.route.SocketLimits;
import dev.fanlight.relay.http.route.SocketUpgrade;
import dev.fanlight.relay.http.site.WebBundle;
import dev.fanlight.relay.ingest.DeviceAuthenticator;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ingest.PublishSessions;
import dev.fanlight.relay.ingest.Replacements;
import dev.fanlight.relay.ingest.agent.AgentContext;
import dev.fanlight.relay.ingest.agent.AgentHandler;
import dev.fanlight.relay.ingest.agent.AgentServices;
import dev.fanlight.relay.ingest.agent.DeviceRegistration;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.OpenCounts;
import dev.fanlight.relay.ratelimit.ReplacementLimit;
import dev.fanlight.relay.socket.OpenSockets;
import dev.fanlight.relay.socket.ReturnTimes;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.tls.CertificateState;
import dev.fanlight.relay.wire.CoalescedFrames;
import dev.fanlight.relay.wire.ControlText;
import dev.fanlight.relay.wire.WireFrame;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Puts the parts of a relay together, from the store to the routes. Used once, on the starting thread. */
final class RelayWiring {

    private static final int STORE_THREADS = 4;
    private static final String CHAT_KEY = "identity.key";

    /** Sockets beyond viewers and agents: those that have not yet shown who they are. */
    private static final int UNKNOWN_SOCKETS = 200;

    private final RelayConfig config;
    private final SecureRandom random = new SecureRandom();
    private final Secrets secrets = new Secrets(random);
    private final NanoClock clock = NanoClock.SYSTEM;
    private final MediaClock wallClock = MediaClock.system();
    private final AccessPolicy policy = new AccessPolicy();
    private final ErrorLog errors = new ErrorLog(clock);
    private final RelayCounters counters = new RelayCounters();
    private final AddressLimits limits;
    private final StreamRegistry streams;
    private final FanOuts fanOuts;
    private final OpenSockets sockets;
    private final ChatRooms rooms;
    private final WorkerExecutor worker;
    private final AdminWiring manage;

    RelayWiring(RelayConfig config, RelayStore store, Vertx vertx) {
        this.config = config;
        this.worker = vertx.createSharedWorkerExecutor("store", STORE_THREADS);
        this.limits = new AddressLimits(
                clock, config.limits().connectsPerMinute(), config.limits().triesPerMinute());
        this.manage = new AdminWiring(store, vertx, policy, limits, clock, wallClock, errors);
        BufferCoalescer joiner = parts -> CoalescedFrames.of(parts, ByteBufAllocator.DEFAULT);
        FanOutContext fanOut = new FanOutContext(
                WireFrame.FORM, config.fanOut().mergeDelay(), joiner, clock, ThreadCpuTime.SYSTEM, counters);
        this.fanOuts = new FanOuts(fanOut, ControlText::of);
        this.streams = new StreamRegistry(config.limits().cameras(), () -> new LiveStream(wallClock, clock, counters));
        this.sockets =
                new OpenSockets(config.limits().viewers() + config.limits().cameras() + UNKNOWN_SOCKETS);
        this.rooms = new ChatRooms(
                store.chatLines(),
                store.chatModeration(),
                new ModerationAudit(manage.audit()),
                new ChatLimits(
                        config.chat().keep(),
                        config.chat().lines(),
                        config.limits().cameras()),
                new FriendlyNames(random),
                ControlText::of,
                joiner,
                wallClock,
                clock,
                counters,
                errors);
    }

    RelayRouter routes(
            RelayStateFolder folder,
            RelayStore store,
            Predicate<String> serverKeys,
            Supplier<Optional<CertificateState>> certificate,
            String relayName) {
        byte[] identityKey = chatKey(folder);
        AddressTags tags = new AddressTags(identityKey);
        ClientAddress clients = new ClientAddress(config.proxy().trusted());
        HealthReport health = new HealthReport(streams, counters, RelayVersion.text());
        RelayStatus status = new RelayStatus(streams, counters, store.audit(), certificate, wallClock);
        return new RelayRouter(
                new SecurityHeaders(clients, config.agentsSeePublicCertificate()),
                WebBundle.load(),
                health,
                policy,
                new SocketUpgrade(clients, socketLimits(), sockets, counters, errors),
                new ViewerHandler(viewerServices(identityKey, tags)),
                new AgentHandler(agentServices(store, serverKeys, relayName)),
                manage.api(streams, rooms, tags, clients, status::json));
    }

    /** Says goodbye to every peer, and when to come back. Any thread. */
    void sendAway() {
        sockets.endAll(CloseReason.RESTARTING, new ReturnTimes(random));
    }

    /** Waits until the workers have done what was asked of them, but not for ever: their answers still find a loop then. Blocking. */
    void drain(Duration limit) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(STORE_THREADS);
        for (int i = 0; i < STORE_THREADS; i++) {
            var unused = worker.executeBlocking(
                    () -> {
                        all.countDown();
                        return all.await(limit.toMillis(), TimeUnit.MILLISECONDS);
                    },
                    false);
        }
        all.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** To be called a few times a second. */
    void tick() {
        fanOuts.tick();
        streams.tick();
    }

    StreamRegistry streams() {
        return streams;
    }

    OpenSockets sockets() {
        return sockets;
    }

    ChatRooms rooms() {
        return rooms;
    }

    ErrorLog errors() {
        return errors;
    }

    RelayCounters counters() {
        return counters;
    }

    AdminWiring manage() {
        return manage;
    }

    private AuthorizationMonitor authorization() {
        return new AuthorizationMonitor(manage.sessions(), this::runBlocking, errors);
    }

    private void runBlocking(Runnable task) {
        var unused = worker.executeBlocking(
                () -> {
                    task.run();
                    return true;
                },
                false);
    }

    private SocketLimits socketLimits() {
        return new SocketLimits(limits, new OpenCounts(config.limits().socketsPerAddress()));
    }

    private ViewerServices viewerServices(byte[] identityKey, AddressTags tags) {
        IdentityTokens tokens = new IdentityTokens(identityKey, Clock.systemUTC());
        WatchGate gate = new WatchGate(
                manage.authenticator(),
                policy,
                limits,
                new BanRule(rooms, tokens, tags, policy),
                counters,
                config.limits().viewers());
        return new ViewerServices(
                new Admission(gate, streams, rooms),
                new ChatIdentities(tokens, tags, secrets),
                fanOuts,
                policy,
                authorization(),
                RelayVersion.text(),
                worker,
                wallClock,
                clock,
                counters,
                errors);
    }

    private AgentServices agentServices(RelayStore store, Predicate<String> serverKeys, String relayName) {
        DeviceAuthenticator devices = new DeviceAuthenticator(store.devices(), serverKeys);
        PublishGate gate = new PublishGate(devices, manage.authenticator(), policy, limits, counters);
        PublishSessions sessions = new PublishSessions(
                streams,
                gate,
                authorization(),
                new Replacements(new ReplacementLimit(clock), manage.audit()),
                store.cameras()::seen,
                clock);
        DeviceRegistration registration = new DeviceRegistration(
                devices, manage.pending(), manage.sessions(), manage.audit(), limits, counters);
        return new AgentServices(
                new AgentContext(relayName, worker, secrets, wallClock, clock, errors), registration, gate, sessions);
    }

    private byte[] chatKey(RelayStateFolder folder) {
        return folder.read(CHAT_KEY).orElseGet(() -> {
            byte[] key = secrets.bytes(IdentityTokens.KEY_BYTES);
            folder.write(CHAT_KEY, key);
            return key;
        });
    }
}
