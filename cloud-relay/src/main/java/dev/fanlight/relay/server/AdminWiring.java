package dev.fanlight.relay.server;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.admin.api.ApiBuilder;
import dev.fanlight.relay.admin.api.ApiGate;
import dev.fanlight.relay.admin.api.CallerAuthenticator;
import dev.fanlight.relay.admin.api.CameraEndpoints;
import dev.fanlight.relay.admin.api.ChatEndpoints;
import dev.fanlight.relay.admin.api.Endpoints;
import dev.fanlight.relay.admin.api.LinkEndpoints;
import dev.fanlight.relay.admin.api.OwnerEndpoints;
import dev.fanlight.relay.admin.api.PasswordChecks;
import dev.fanlight.relay.admin.api.PublishKeyEndpoints;
import dev.fanlight.relay.admin.api.RelayEndpoints;
import dev.fanlight.relay.admin.api.SessionEndpoints;
import dev.fanlight.relay.admin.service.CameraService;
import dev.fanlight.relay.admin.service.DeviceService;
import dev.fanlight.relay.admin.service.LinkService;
import dev.fanlight.relay.admin.service.OwnerService;
import dev.fanlight.relay.admin.service.PublishKeyService;
import dev.fanlight.relay.audit.AuditWriter;
import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.chat.AddressTags;
import dev.fanlight.relay.chat.ChatModerators;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.config.PublicAddresses;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.ingest.agent.PendingDevices;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LinkLocks;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The parts by which a relay is managed. Used once, on the starting thread; then only closed. */
final class AdminWiring implements AutoCloseable {

    private static final int API_THREADS = 4;
    private static final int HOST_TOKEN_BITS = 256;

    private final RelayStore store;
    private final Clock clock = Clock.systemUTC();
    private final AccessPolicy policy;
    private final AddressLimits limits;
    private final MediaClock wallClock;
    private final ErrorLog errors;
    private final AuthorizedSessions sessions = new AuthorizedSessions();
    private final Authenticator authenticator;
    private final PendingDevices pending;
    private final AuditWriter audit;
    private final PasswordHasher passwords;
    private final WorkerExecutor worker;
    private final LinkLocks locks;
    private final String hostToken;
    private final AtomicReference<PublicAddresses> addresses = new AtomicReference<>();

    AdminWiring(
            RelayStore store,
            Vertx vertx,
            AccessPolicy policy,
            AddressLimits limits,
            NanoClock nanoClock,
            MediaClock wallClock,
            ErrorLog errors) {
        SecureRandom random = new SecureRandom();
        Secrets secrets = new Secrets(random);
        this.store = store;
        this.policy = policy;
        this.limits = limits;
        this.wallClock = wallClock;
        this.errors = errors;
        this.authenticator = new Authenticator(store.grants());
        this.pending = new PendingDevices(secrets, random);
        this.audit = new AuditWriter(store.audit()::append, errors);
        this.passwords = new PasswordHasher(errors);
        this.worker = vertx.createSharedWorkerExecutor("api", API_THREADS);
        this.locks = new LinkLocks(nanoClock);
        this.hostToken = secrets.base32(HOST_TOKEN_BITS);
    }

    Endpoints api(
            StreamRegistry streams,
            ChatRooms rooms,
            AddressTags tags,
            ClientAddress clients,
            Supplier<JsonObject> status) {
        PasswordChecks checked = new PasswordChecks(passwords, limits);
        CallerAuthenticator callers = new CallerAuthenticator(authenticator, hostToken);
        CameraService cameras = new CameraService(store.cameras(), store.devices(), streams, rooms, sessions, audit);
        DeviceService devices = new DeviceService(store.invitations(), store.devices(), pending, sessions, audit);
        OwnerService owner = new OwnerService(store.owner(), store.tokens(), sessions, audit);
        LinkService links = new LinkService(store.links(), sessions, audit);
        return new ApiBuilder(
                        new ApiGate(policy, callers, clients, limits, worker, errors),
                        new SessionEndpoints(
                                store.grants(), authenticator, store.viewerSessions(), checked, limits, locks),
                        new OwnerEndpoints(owner, store.grants(), checked, limits, this::addresses, clock),
                        new CameraEndpoints(cameras, devices, this::addresses, clock),
                        new PublishKeyEndpoints(new PublishKeyService(store.publishKeys(), sessions, audit), cameras),
                        new LinkEndpoints(links, checked, this::addresses, clock),
                        new ChatEndpoints(new ChatModerators(rooms, store.chatModeration(), tags, wallClock), cameras),
                        new RelayEndpoints(store.audit(), sessions, rooms, status))
                .build();
    }

    /** Where links lead: known once the relay listens, and not asked for before. */
    PublicAddresses addresses() {
        return Objects.requireNonNull(addresses.get());
    }

    void reachableAt(PublicAddresses where) {
        addresses.set(where);
    }

    AuthorizedSessions sessions() {
        return sessions;
    }

    Authenticator authenticator() {
        return authenticator;
    }

    PendingDevices pending() {
        return pending;
    }

    AuditWriter audit() {
        return audit;
    }

    String hostToken() {
        return hostToken;
    }

    @Override
    public void close() {
        passwords.close();
        audit.close();
    }
}
