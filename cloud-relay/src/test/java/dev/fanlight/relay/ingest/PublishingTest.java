package dev.fanlight.relay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Secrets;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.StreamState;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.relay.admin.service.Actor;
import dev.fanlight.relay.admin.service.PublishKeyService;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.RightsAnnouncer;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.cluster.LocalCluster;
import dev.fanlight.relay.cluster.Node;
import dev.fanlight.relay.cluster.StreamLocator;
import dev.fanlight.relay.ingest.PublishCredentials.DeviceProof;
import dev.fanlight.relay.ingest.PublishCredentials.PublishKey;
import dev.fanlight.relay.ingest.PublishGate.Admission;
import dev.fanlight.relay.ingest.PublishGate.Admitted;
import dev.fanlight.relay.ingest.PublishGate.Reason;
import dev.fanlight.relay.ingest.PublishGate.Refused;
import dev.fanlight.relay.ingest.PublishSessions.Busy;
import dev.fanlight.relay.ingest.PublishSessions.Opened;
import dev.fanlight.relay.ingest.PublishSessions.Opening;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.ReplacementLimit;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.PublishKeys;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.stream.TestFrame;
import dev.fanlight.relay.testing.TestStreams;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate and the session of publishers of any protocol, on a real store; the connection’s executor is the test’s thread. */
class PublishingTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final CameraName BACK = new CameraName("back");
    private static final AddressKey HERE = AddressKey.of(InetAddress.getLoopbackAddress());
    private static final Actor OWNER = new Actor("owner:test");
    private static final String SERVER_KEY = "ab".repeat(32);
    private static final int TRIES = 5;

    @TempDir
    private Path temp;

    private final RelayCounters counters = new RelayCounters();
    private final AuthorizedSessions sessions = new AuthorizedSessions();
    private long now;
    private final LocalCluster cluster = new LocalCluster(new Node("node-1", ""), () -> now, failure -> {
        throw failure;
    });
    private final StreamRegistry streams = TestStreams.registry(10, counters);
    private final List<AuditLog.Entry> audit = new ArrayList<>();
    private final DeviceKey deviceKey = DeviceKey.generate(new SecureRandom());
    private RelayStore store;
    private PublishKeyService keys;
    private PublishGate gate;
    private PublishSessions publishing;
    private String device;

    @BeforeEach
    void open() {
        store = RelayStore.open(
                Dialect.sqlite(temp.resolve("relay.db")), new Secrets(new SecureRandom()), Clock.systemUTC());
        store.invitations().invite(BACK, false);
        device = store.devices().approve(FRONT, deviceKey.publicKey()).id();
        ErrorLog errors = new ErrorLog(() -> now);
        cluster.rights().subscribe(sessions);
        keys = new PublishKeyService(
                store.publishKeys(), store.revocations(), new RightsAnnouncer(cluster.rights(), errors), audit::add);
        gate = new PublishGate(
                new DeviceAuthenticator(store.devices(), SERVER_KEY::equals),
                new Authenticator(store.grants()),
                new AccessPolicy(),
                new AddressLimits(() -> now, 100, TRIES),
                counters);
        publishing = new PublishSessions(
                streams,
                cluster.streams(),
                gate,
                new AuthorizationMonitor(sessions, Runnable::run, errors),
                new Replacements(new ReplacementLimit(() -> now), audit::add),
                store.cameras()::seen,
                () -> now);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void deviceIsAdmittedByItsSignatureAndNotByAnother() {
        assertThat(admitted(proof(deviceKey, SERVER_KEY)).principal()).isEqualTo(new Principal.Device(device, FRONT));
        assertThat(reason(proof(DeviceKey.generate(new SecureRandom()), SERVER_KEY)))
                .isEqualTo(Reason.NOT_AUTHENTIC);
        assertThat(reason(proof(deviceKey, "cd".repeat(32)))).isEqualTo(Reason.NOT_AUTHENTIC);
        assertThat(counters.get(RelayCounter.PUBLISHERS_ADMITTED)).isEqualTo(1);
        assertThat(counters.get(RelayCounter.PUBLISHERS_REFUSED)).isEqualTo(2);
    }

    @Test
    void publishKeyIsAdmittedToItsCameraOnlyUntilItIsRevoked() {
        PublishKeys.Created key = newKey();
        assertThat(admitted(key(key, Optional.empty())).principal())
                .isEqualTo(new Principal.PublishKey(key.id(), FRONT));
        assertThat(admitted(key(key, Optional.of("front"))).camera()).isEqualTo(FRONT);
        assertThat(reason(key(key, Optional.of("back")))).isEqualTo(Reason.NOT_AUTHENTIC);
        assertThat(reason(key(key, Optional.of("nowhere")))).isEqualTo(Reason.NOT_AUTHENTIC);
        assertThat(keys.list(FRONT).get(0).usedMillis()).isPresent();
        assertThat(keys.revoke(OWNER, FRONT, key.id())).isTrue();
        assertThat(reason(key(key, Optional.empty()))).isEqualTo(Reason.NOT_AUTHENTIC);
    }

    @Test
    void publishKeyStaysValidWhenItsCameraIsRenamed() {
        PublishKeys.Created key = newKey();
        CameraName porch = new CameraName("porch");
        store.cameras().rename(FRONT, porch);
        assertThat(admitted(key(key, Optional.of("front"))).camera()).isEqualTo(porch);
    }

    @Test
    void addressThatGuessesPublishKeysIsBlockedAndAValidKeyIsNot() {
        for (int i = 0; i < TRIES; i++) {
            assertThat(reason(new PublishKey(Optional.empty(), "guess" + i))).isEqualTo(Reason.NOT_AUTHENTIC);
        }
        assertThat(reason(new PublishKey(Optional.empty(), "guess"))).isEqualTo(Reason.RATE_LIMITED);
        assertThat(admitted(key(newKey(), Optional.empty())).camera()).isEqualTo(FRONT);
    }

    @Test
    void secretIsNeitherStoredNorPrinted() {
        PublishKeys.Created key = newKey();
        assertThat(key.toString()).doesNotContain(key.secret());
        assertThat(key(key, Optional.empty()).toString()).doesNotContain(key.secret());
        assertThat(keys.list(FRONT).toString()).doesNotContain(key.secret());
        assertThat(audit.toString()).doesNotContain(key.secret());
    }

    @Test
    void framesOfAnnouncedTracksReachTheStreamAndOthersEndTheSession() {
        TestConnection connection = new TestConnection();
        PublishSession session = opened(newKey(), connection);
        session.tracks(tracks());
        session.source(SourceState.LIVE);
        session.frame(TestFrame.track(0, 0, true, 100));
        assertThat(counters.get(RelayCounter.FRAMES_IN)).isEqualTo(1);
        assertThat(state()).isEqualTo(StreamState.LIVE);
        session.frame(TestFrame.track(5, 0, true, 100));
        assertThat(connection.ended).containsExactly(PublishEnd.UNANNOUNCED_TRACK);
        assertThat(state()).isEqualTo(StreamState.OFFLINE);
        session.frame(TestFrame.track(0, 0, true, 100));
        assertThat(counters.get(RelayCounter.FRAMES_IN)).isEqualTo(1);
    }

    @Test
    void moreThanTheRateEndsTheSession() {
        TestConnection connection = new TestConnection();
        PublishSession session = opened(newKey(), connection);
        session.tracks(tracks());
        for (int i = 0; i < 2 * PublishRates.FRAMES; i++) {
            session.frame(TestFrame.track(0, 0, true, 10));
        }
        assertThat(connection.ended).isEmpty();
        session.frame(TestFrame.track(0, 0, true, 10));
        assertThat(connection.ended).containsExactly(PublishEnd.OVER_RATE);
    }

    @Test
    void frameThatIsTooBigEndsTheSession() {
        TestConnection connection = new TestConnection();
        PublishSession session = opened(newKey(), connection);
        session.tracks(tracks());
        session.frame(TestFrame.track(0, 0, true, PublishRates.MAX_FRAME_BYTES + 1));
        assertThat(connection.ended).containsExactly(PublishEnd.FRAME_TOO_BIG);
    }

    @Test
    void demandReachesThePublisherOnItsExecutor() {
        TestConnection connection = new TestConnection();
        opened(newKey(), connection);
        assertThat(connection.demands).isEmpty();
        connection.run();
        assertThat(connection.demands).containsExactly(0);
    }

    @Test
    void newerPublisherReplacesTheOlderWhichTheOwnerIsAlertedOf() {
        TestConnection older = new TestConnection();
        opened(newKey(), older);
        TestConnection newer = new TestConnection();
        PublishSession session = ((Opened) publishing.open(admitted(proof(deviceKey, SERVER_KEY)), newer)).session();
        older.run();
        newer.run();
        assertThat(older.ended).containsExactly(PublishEnd.REPLACED);
        assertThat(newer.ended).isEmpty();
        assertThat(audit)
                .filteredOn(AuditLog.Entry::alert)
                .extracting(AuditLog.Entry::act, AuditLog.Entry::actor)
                .containsExactly(tuple("publisher.replace", "device:" + device));
        session.close();
        assertThat(state()).isEqualTo(StreamState.OFFLINE);
    }

    @Test
    void publishersThatReplaceEachOtherAreStoppedAndMayComeBackLater() {
        PublishKeys.Created key = newKey();
        opened(key, new TestConnection());
        for (int i = 0; i < ReplacementLimit.PER_MINUTE; i++) {
            opened(key, new TestConnection());
        }
        Opening tooMany = publishing.open(admitted(key(key, Optional.empty())), new TestConnection());
        assertThat(tooMany).isInstanceOf(Busy.class);
        assertThat(((Busy) tooMany).retryAfter()).isPresent();
        now += Duration.ofMinutes(1).toNanos();
        opened(key, new TestConnection());
    }

    @Test
    void revokedKeyEndsItsPublisherAtOnceAndNoOther() {
        PublishKeys.Created key = newKey();
        PublishKeys.Created other = keys.create(OWNER, BACK, "").orElseThrow();
        TestConnection connection = new TestConnection();
        TestConnection beside = new TestConnection();
        opened(key, connection);
        opened(other, beside);
        connection.run();
        keys.revoke(OWNER, FRONT, key.id());
        connection.run();
        beside.run();
        assertThat(connection.ended).containsExactly(PublishEnd.REVOKED);
        assertThat(beside.ended).isEmpty();
        assertThat(state()).isEqualTo(StreamState.OFFLINE);
        assertThat(sessions.count(principal -> principal.equals(new Principal.PublishKey(key.id(), FRONT))))
                .isZero();
    }

    @Test
    void keyThatIsRevokedBeforeTheSessionIsOpenEndsItAllTheSame() {
        PublishKeys.Created key = newKey();
        Admitted admitted = admitted(key(key, Optional.empty()));
        keys.revoke(OWNER, FRONT, key.id());
        TestConnection connection = new TestConnection();
        publishing.open(admitted, connection);
        connection.run();
        assertThat(connection.ended).containsExactly(PublishEnd.REVOKED);
    }

    @Test
    void publisherOfARenamedCameraIsToConnectAgain() {
        TestConnection connection = new TestConnection();
        opened(newKey(), connection);
        store.cameras().rename(FRONT, new CameraName("porch"));
        sessions.missed();
        connection.run();
        assertThat(connection.ended).containsExactly(PublishEnd.MOVED);
    }

    @Test
    void newerPublisherOnAnotherRelayReplacesTheOlderWithItsNextRenewal() {
        TestConnection older = new TestConnection();
        opened(newKey(), older);
        older.run();
        assertThat(holder()).contains("node-1");
        TestConnection newer = new TestConnection();
        Relay other = new Relay("node-2");
        PublishSession session = other.opened(admitted(proof(deviceKey, SERVER_KEY)), newer);
        newer.run();
        assertThat(holder()).contains("node-2");
        older.pass();
        newer.pass();
        assertThat(older.ended).containsExactly(PublishEnd.REPLACED);
        assertThat(newer.ended).isEmpty();
        session.close();
        assertThat(holder()).isEmpty();
    }

    @Test
    void publisherThatWasNotServedForAWhileGoesOnUnlessThereIsANewerOne() {
        TestConnection connection = new TestConnection();
        opened(newKey(), connection);
        connection.run();
        now += StreamLocator.CLAIM_LIFE.toNanos();
        assertThat(holder()).isEmpty();
        connection.pass();
        assertThat(connection.ended).isEmpty();
        assertThat(holder()).contains("node-1");
    }

    @Test
    void keyThatIsRevokedOnOneRelayEndsItsPublisherOnAnother() {
        PublishKeys.Created key = newKey();
        Relay other = new Relay("node-2");
        TestConnection connection = new TestConnection();
        other.opened(admitted(key(key, Optional.empty())), connection);
        connection.run();
        keys.revoke(OWNER, FRONT, key.id());
        connection.run();
        assertThat(connection.ended).containsExactly(PublishEnd.REVOKED);
    }

    private Optional<String> holder() {
        return cluster.streams()
                .find(FRONT)
                .toCompletableFuture()
                .join()
                .map(lease -> lease.holder().id());
    }

    private PublishKeys.Created newKey() {
        return keys.create(OWNER, FRONT, "encoder").orElseThrow();
    }

    private static PublishKey key(PublishKeys.Created key, Optional<String> camera) {
        return new PublishKey(camera, key.secret());
    }

    private DeviceProof proof(DeviceKey with, String serverKey) {
        SignedChallenge challenge = new SignedChallenge(
                SignedChallenge.Context.AUTHENTICATE, "relay", new ServerKey(serverKey), device, new byte[32], 1);
        return new DeviceProof(device, challenge, with.sign(challenge));
    }

    private Admitted admitted(PublishCredentials credentials) {
        Admission admission = gate.admit(credentials, HERE);
        assertThat(admission).isInstanceOf(Admitted.class);
        return (Admitted) admission;
    }

    private Reason reason(PublishCredentials credentials) {
        Admission admission = gate.admit(credentials, HERE);
        assertThat(admission).isInstanceOf(Refused.class);
        return ((Refused) admission).reason();
    }

    private PublishSession opened(PublishKeys.Created key, PublishConnection connection) {
        Opening opening = publishing.open(admitted(key(key, Optional.empty())), connection);
        assertThat(opening).isInstanceOf(Opened.class);
        return ((Opened) opening).session();
    }

    private StreamState state() {
        return streams.known(FRONT).orElseThrow().state();
    }

    private static TrackSet tracks() {
        Track main =
                Track.of(0, "main", new Vp8Config(), VideoShape.of(640, 360).withFrameRate(30));
        return new TrackSet(TestFrame.EPOCH, List.of(main));
    }

    /** Another relay with the same store, in the same cluster. */
    private final class Relay {

        private final PublishSessions publishing;

        Relay(String node) {
            Cluster seen = cluster.seenBy(new Node(node, ""));
            AuthorizedSessions own = new AuthorizedSessions();
            seen.rights().subscribe(own);
            publishing = new PublishSessions(
                    TestStreams.registry(10, counters),
                    seen.streams(),
                    gate,
                    new AuthorizationMonitor(own, Runnable::run, new ErrorLog(() -> now)),
                    new Replacements(new ReplacementLimit(() -> now), audit::add),
                    store.cameras()::seen,
                    () -> now);
        }

        PublishSession opened(Admitted admitted, PublishConnection connection) {
            return ((Opened) publishing.open(admitted, connection)).session();
        }
    }

    /** Runs tasks when the test says so. */
    private static final class TestConnection implements PublishConnection {

        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private final Queue<Runnable> scheduled = new ArrayDeque<>();
        private final List<Integer> demands = new ArrayList<>();
        private final List<PublishEnd> ended = new ArrayList<>();

        void run() {
            while (!tasks.isEmpty()) {
                tasks.remove().run();
            }
        }

        /** Runs what was scheduled until now, however long the delay. */
        void pass() {
            tasks.addAll(scheduled);
            scheduled.clear();
            run();
        }

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
            scheduled.add(task);
        }

        @Override
        public void demand(PublishDemand demand) {
            demands.add(demand.viewers());
        }

        @Override
        public void requestKeyFrame(int track) {}

        @Override
        public void ended(PublishEnd reason) {
            ended.add(reason);
        }
    }
}
