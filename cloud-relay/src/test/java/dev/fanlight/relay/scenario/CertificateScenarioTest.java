package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.relay.config.TlsMode;
import dev.fanlight.relay.testing.LiveSockets;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TurnableClock;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.relay.tls.CertificateState;
import dev.fanlight.relay.tls.TestAuthority;
import dev.fanlight.relay.tls.TestAuthority.Format;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that change while people watch. */
class CertificateScenarioTest {

    private static final Duration OFTEN = Duration.ofMillis(50);

    @TempDir
    private Path temp;

    private final TurnableClock clock = new TurnableClock();
    private final CertificateSchedule schedule = new CertificateSchedule(clock, OFTEN);
    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private TestRelay relay;

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void newFilesAreServedAndNoConnectionIsCut() throws Exception {
        TestAuthority authority = new TestAuthority();
        startWithFiles(authority, authority.newKey("EC"));
        TestCamera camera = relay.invite("front");
        String device = relay.agent().byWebPki().join(camera.invitation(), key);
        LiveSockets live = LiveSockets.open(relay, camera, () -> relay.agent().byWebPki(), device, key);
        String before = live.agent.serverKey();
        KeyPair next = authority.newKey("RSA");
        write(authority.chain(next, "cam.example.org"), next);
        awaitOtherKey(before);
        live.assertAlive();
        TestAgent late = relay.agent().byWebPki();
        assertThat(late.serverKey()).isNotEqualTo(before);
        late.authenticate(device, key);
        late.expect(Accepted.class);
        relay.watching(camera, relay.secureViewer("localhost"));
        CertificateState state = relay.server().certificate().orElseThrow();
        assertThat(state.mode()).isEqualTo(TlsMode.FILES);
        assertThat(state.names()).contains("cam.example.org", "localhost");
        assertThat(state.lastError()).isEmpty();
        assertThat(state.notAfter()).isAfter(Instant.now());
    }

    @Test
    void brokenNewFilesChangeNothingUntilTheyAreMended() throws Exception {
        TestAuthority authority = new TestAuthority();
        KeyPair first = authority.newKey("EC");
        startWithFiles(authority, first);
        String before = relay.agent().serverKey();
        TestAuthority.replace(temp.resolve("key.pem"), TestAuthority.pem(authority.newKey("EC"), Format.PKCS8));
        awaitError("holds another key");
        assertThat(relay.agent().serverKey()).isEqualTo(before);
        TestAuthority.replace(temp.resolve("chain.pem"), "nothing");
        awaitError("holds no certificate");
        assertThat(relay.agent().serverKey()).isEqualTo(before);
        KeyPair next = authority.newKey("EC");
        write(authority.chain(next, "cam.example.org"), next);
        awaitOtherKey(before);
        Await.until("in order again", () -> state().lastError().isEmpty());
    }

    @Test
    void ownCertificateIsRenewedInTheRunningRelayAndPinsStayGood() {
        clock.turn(Duration.ofDays(-380));
        relay = TestRelay.start(temp.resolve("state"), Map.of(), schedule, Optional.empty());
        TestCamera camera = relay.invite("front");
        String device = relay.agent().join(camera.invitation(), key);
        LiveSockets live = LiveSockets.open(relay, camera, relay::agent, device, key);
        TestAgent halfway = relay.agent();
        String before = halfway.serverKey();
        clock.turn(Duration.ZERO);
        awaitOtherKey(before);
        live.assertAlive();
        halfway.authenticate(device, key);
        halfway.expect(Accepted.class);
        TestAgent late = relay.agent();
        late.authenticate(device, key);
        late.expect(Accepted.class);
        assertThat(late.serverKey()).isNotEqualTo(before);
        assertThat(state().notAfter()).isAfter(Instant.now().plus(Duration.ofDays(390)));
    }

    @Test
    void keyBeforeTheLastIsForgotten() throws IOException {
        relay = TestRelay.start(temp.resolve("state"), Map.of(), schedule, Optional.empty());
        String device = relay.agent().join(relay.invite("front").invitation(), key);
        String first = relay.agent().serverKey();
        Files.delete(temp.resolve("state/server.crt"));
        awaitOtherKey(first);
        String second = relay.agent().serverKey();
        TestAgent withSecond = relay.agent();
        Files.delete(temp.resolve("state/server.crt"));
        awaitOtherKey(second);
        withSecond.authenticate(device, key);
        withSecond.expect(Accepted.class);
        TestAgent stale = relay.agent();
        stale.send(stale.answer(device, key, first));
        stale.assertClosed(4401, "not_authentic");
    }

    @Test
    void agentsMayNameThePublicCertificateOnlyWhereThereIsOne() {
        relay = TestRelay.start(temp.resolve("state"), Map.of("tls.server_key", "webpki"), schedule, Optional.empty());
        String device = relay.agent().byWebPki().join(relay.invite("front").invitation(), key);
        TestAgent agent = relay.agent().byWebPki();
        agent.authenticate(device, key);
        agent.expect(Accepted.class);
        TestAgent pinned = relay.agent();
        pinned.authenticate(device, key);
        pinned.expect(Accepted.class);
    }

    private void startWithFiles(TestAuthority authority, KeyPair pair) throws Exception {
        write(authority.chain(pair, "first.example.org"), pair);
        relay = TestRelay.start(
                temp.resolve("state"),
                Map.of(
                        "tls.mode", "files",
                        "tls.certificate", temp.resolve("chain.pem").toString(),
                        "tls.key", temp.resolve("key.pem").toString()),
                schedule,
                Optional.of(authority.pem()));
    }

    private void write(String chain, KeyPair pair) throws Exception {
        TestAuthority.replace(temp.resolve("chain.pem"), chain);
        TestAuthority.replace(temp.resolve("key.pem"), TestAuthority.pem(pair, Format.PKCS8));
    }

    private void awaitOtherKey(String before) {
        Await.until("another key is served", () -> {
            TestAgent probe = relay.agent();
            String shown = probe.serverKey();
            probe.kill();
            return !shown.equals(before);
        });
    }

    private void awaitError(String part) {
        Await.until(
                "told: " + part,
                () -> state().lastError().filter(error -> error.contains(part)).isPresent());
    }

    private CertificateState state() {
        return relay.server().certificate().orElseThrow();
    }
}
