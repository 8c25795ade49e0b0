package dev.fanlight.relay;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.access.AccessPolicy;
import dev.fanlight.relay.access.Doorkeeper;
import dev.fanlight.relay.access.LiveGrants;
import dev.fanlight.relay.api.ApiBuilder;
import dev.fanlight.relay.api.ApiGate;
import dev.fanlight.relay.api.Callers;
import dev.fanlight.relay.api.CameraEndpoints;
import dev.fanlight.relay.api.ChatEndpoints;
import dev.fanlight.relay.api.Endpoints;
import dev.fanlight.relay.api.LinkEndpoints;
import dev.fanlight.relay.api.OwnerEndpoints;
import dev.fanlight.relay.api.Passwords;
import dev.fanlight.relay.api.RelayEndpoints;
import dev.fanlight.relay.api.SessionEndpoints;
import dev.fanlight.relay.chat.AddressTags;
import dev.fanlight.relay.chat.ChatModerators;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.http.ClientAddress;
import dev.fanlight.relay.hub.StreamRegistry;
import dev.fanlight.relay.ingest.PendingDevices;
import dev.fanlight.relay.manage.Addresses;
import dev.fanlight.relay.manage.CameraDesk;
import dev.fanlight.relay.manage.DeviceDesk;
import dev.fanlight.relay.manage.LinkDesk;
import dev.fanlight.relay.manage.OwnerDesk;
import dev.fanlight.relay.owner.AuditWriter;
import dev.fanlight.relay.owner.PasswordDesk;
import dev.fanlight.relay.rate.AddressLimits;
import dev.fanlight.relay.rate.LinkLocks;
import dev.fanlight.relay.stats.ErrorLog;
import dev.fanlight.relay.store.RelayStore;
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
final class ManageParts implements AutoCloseable {

    private static final int API_THREADS = 4;
    private static final int HOST_TOKEN_BITS = 256;

    private final RelayStore store;
    private final Clock clock = Clock.systemUTC();
    private final AccessPolicy policy;
    private final AddressLimits limits;
    private final MediaClock wallClock;
    private final ErrorLog errors;
    private final LiveGrants live = new LiveGrants();
    private final Doorkeeper doorkeeper;
    private final PendingDevices pending;
    private final AuditWriter audit;
    private final PasswordDesk passwords;
    private final WorkerExecutor worker;
    private final LinkLocks locks;
    private final String hostToken;
    private final AtomicReference<Addresses> addresses = new AtomicReference<>();

    ManageParts(
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
        this.doorkeeper = new Doorkeeper(store.grants());
        this.pending = new PendingDevices(secrets, random);
        this.audit = new AuditWriter(store.audit()::append, errors);
        this.passwords = new PasswordDesk(errors);
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
        Passwords checked = new Passwords(passwords, limits);
        Callers callers = new Callers(store.grants(), store.tokens(), doorkeeper, hostToken);
        CameraDesk cameras = new CameraDesk(store.cameras(), store.devices(), streams, rooms, live, audit);
        DeviceDesk devices = new DeviceDesk(store.invitations(), store.devices(), pending, live, audit);
        OwnerDesk owner = new OwnerDesk(store.owner(), store.tokens(), live, audit);
        LinkDesk links = new LinkDesk(store.links(), live, audit);
        return new ApiBuilder(
                        new ApiGate(policy, callers, clients, limits, worker, errors),
                        new SessionEndpoints(
                                store.grants(), doorkeeper, store.viewerSessions(), checked, limits, locks),
                        new OwnerEndpoints(owner, store.grants(), checked, limits, this::addresses, clock),
                        new CameraEndpoints(cameras, devices, this::addresses, clock),
                        new LinkEndpoints(links, checked, this::addresses, clock),
                        new ChatEndpoints(new ChatModerators(rooms, store.chatModeration(), tags, wallClock), cameras),
                        new RelayEndpoints(store.audit(), live, rooms, status))
                .build();
    }

    /** Where links lead: known once the relay listens, and not asked for before. */
    Addresses addresses() {
        return Objects.requireNonNull(addresses.get());
    }

    void reachableAt(Addresses where) {
        addresses.set(where);
    }

    LiveGrants live() {
        return live;
    }

    Doorkeeper doorkeeper() {
        return doorkeeper;
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
