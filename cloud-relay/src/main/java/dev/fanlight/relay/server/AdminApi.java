package dev.fanlight.relay.server;

import dev.fanlight.relay.admin.api.AddressBook;
import dev.fanlight.relay.admin.api.ApiBuilder;
import dev.fanlight.relay.admin.api.ApiGate;
import dev.fanlight.relay.admin.api.CallerAuthenticator;
import dev.fanlight.relay.admin.api.CameraEndpoints;
import dev.fanlight.relay.admin.api.ChatEndpoints;
import dev.fanlight.relay.admin.api.ClipEndpoints;
import dev.fanlight.relay.admin.api.Endpoints;
import dev.fanlight.relay.admin.api.EventEndpoints;
import dev.fanlight.relay.admin.api.EventStreams;
import dev.fanlight.relay.admin.api.HealthReadings;
import dev.fanlight.relay.admin.api.LinkEndpoints;
import dev.fanlight.relay.admin.api.OwnerEndpoints;
import dev.fanlight.relay.admin.api.PasswordChecks;
import dev.fanlight.relay.admin.api.PublishKeyEndpoints;
import dev.fanlight.relay.admin.api.PushEndpoints;
import dev.fanlight.relay.admin.api.RecordingEndpoints;
import dev.fanlight.relay.admin.api.RelayEndpoints;
import dev.fanlight.relay.admin.api.SessionEndpoints;
import dev.fanlight.relay.admin.service.CameraService;
import dev.fanlight.relay.admin.service.DeviceService;
import dev.fanlight.relay.admin.service.LinkService;
import dev.fanlight.relay.admin.service.OwnerService;
import dev.fanlight.relay.admin.service.PublishKeyService;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.chat.AddressTags;
import dev.fanlight.relay.chat.ChatModerators;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.gateway.GatewayReports;
import dev.fanlight.relay.ingest.agent.PendingDevices;
import dev.fanlight.relay.ratelimit.LinkLocks;
import dev.fanlight.relay.recording.Recorder;
import dev.fanlight.relay.rewind.ClipCutter;
import dev.fanlight.relay.store.RelayStore;
import java.time.Clock;

/**
 * Makes the API from the services behind it. Used on the starting thread.
 *
 * @param store what is stored
 * @param context the parts of the relay that calls read or change
 * @param audit where changes are recorded
 * @param links links of cameras
 * @param passwords hashes passwords
 * @param addresses where cameras are reached
 * @param gateways what the gateways report
 * @param recorder what is recorded
 * @param events what happens, and where it is posted to
 */
record AdminApi(
        RelayStore store,
        RelayContext context,
        AuditLog audit,
        LinkService links,
        PasswordHasher passwords,
        AddressBook addresses,
        GatewayReports gateways,
        Recorder recorder,
        RelayEvents.Running events) {

    private static final int THREADS = 4;

    /** The API, whose local callers show {@code localToken}. */
    Endpoints build(
            String localToken, PendingDevices pending, ChatRooms rooms, AddressTags tags, HealthReadings health) {
        Clock clock = Clock.systemUTC();
        CallerAuthenticator callers = new CallerAuthenticator(context.access().authenticator(), localToken);
        RelayAccess access = context.access();
        Instruments instruments = context.instruments();
        PasswordChecks checked = new PasswordChecks(passwords, access.limits());
        CameraService cameras = new CameraService(
                store.cameras(), store.devices(), store.revocations(), context.streams(), access.rights(), audit);
        DeviceService devices = new DeviceService(
                store.invitations(), store.devices(), store.revocations(), pending, access.rights(), audit);
        OwnerService owner = new OwnerService(
                store.owner(), store.tokens(), store.revocations(), access.rights(), audit, instruments.clock());
        ChatModerators moderators = new ChatModerators(rooms, store.chatModeration(), tags, instruments.wallClock());
        return new ApiBuilder(
                        gate(callers, checked),
                        new SessionEndpoints(
                                store.grants(),
                                access.authenticator(),
                                store.viewerSessions(),
                                checked,
                                access.limits(),
                                new LinkLocks(instruments.clock()),
                                tags),
                        new OwnerEndpoints(owner, store.grants(), checked, access.limits(), addresses.relay(), clock),
                        new CameraEndpoints(cameras, devices, addresses, gateways, health.bitRate(), clock),
                        new PublishKeyEndpoints(
                                new PublishKeyService(store.publishKeys(), store.revocations(), access.rights(), audit),
                                cameras,
                                addresses),
                        new LinkEndpoints(links, checked, addresses, clock),
                        new ChatEndpoints(moderators, cameras),
                        new RecordingEndpoints(recorder.library(), access.policy(), clock),
                        new ClipEndpoints(
                                store.clips(),
                                new ClipCutter(recorder.library(), recorder.clips(), store.clips()),
                                addresses,
                                audit,
                                clock),
                        new RelayEndpoints(store.audit(), access.sessions(), rooms, cameras, audit, health),
                        new EventEndpoints(
                                events.events(),
                                new EventStreams(events.events(), context.authorization(), callers, context.vertx()),
                                events.webhooks()),
                        new PushEndpoints(events.push()))
                .build();
    }

    private ApiGate gate(CallerAuthenticator callers, PasswordChecks passwords) {
        RelayAccess access = context.access();
        return new ApiGate(
                access.policy(),
                callers,
                access.clients(),
                access.limits(),
                passwords,
                context.vertx().createSharedWorkerExecutor("api", THREADS),
                context.errors());
    }
}
