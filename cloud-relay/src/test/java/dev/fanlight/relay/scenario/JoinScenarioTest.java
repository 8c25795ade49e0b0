package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.relay.store.Devices;
import dev.fanlight.relay.store.Invitations;
import dev.fanlight.relay.store.LimitReachedException;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.WithRelay;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoinScenarioTest {

    private static final int CODE_REFUSED = 4403;
    private static final int NOT_AUTHENTIC = 4401;

    @WithRelay
    private TestRelay relay;

    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private TestCamera camera;

    @BeforeEach
    void start() {
        camera = relay.invite("front");
    }

    @Test
    void goodCodeRegistersTheDeviceWhichMayThenPublish() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        agent.authenticate(device, key);
        assertThat(agent.expect(Accepted.class).camera()).isEqualTo("front");
    }

    @Test
    void codeIsGoodOnce() {
        relay.agent().join(camera.invitation(), key);
        TestAgent second = relay.agent();
        second.sendJoin(camera.invitation().code(), camera.invitation().secret(), key);
        second.assertClosed(CODE_REFUSED, "code_refused");
    }

    @Test
    void fiveWrongSecretsBurnTheCode() {
        for (int i = 0; i < Devices.MAX_WRONG_TRIES; i++) {
            TestAgent guesser = relay.agent();
            guesser.sendJoin(camera.invitation().code(), "aaaaaaaaaaaaaaaa", key);
            guesser.assertClosed(CODE_REFUSED, "code_refused");
        }
        TestAgent late = relay.agent();
        late.sendJoin(camera.invitation().code(), camera.invitation().secret(), key);
        late.assertClosed(CODE_REFUSED, "code_refused");
    }

    @Test
    void oldCodeIsRefused() {
        Clock before = Clock.offset(
                Clock.systemUTC(),
                Invitations.CODE_LIFE.plus(Duration.ofSeconds(1)).negated());
        Invitations.Invitation old;
        try (RelayStore store = relay.openStore(before)) {
            old = store.invitations().invite(new CameraName("back"), false);
        }
        TestAgent agent = relay.agent();
        agent.sendJoin(old.code(), old.secret(), key);
        agent.assertClosed(CODE_REFUSED, "code_refused");
    }

    @Test
    void fourthOpenCodeIsRefusedWithASentence() {
        relay.invite("front");
        relay.invite("front");
        Assertions.assertThatThrownBy(() -> relay.invite("front"))
                .isInstanceOf(LimitReachedException.class)
                .hasMessageContaining("3 codes open");
    }

    @Test
    void signatureOfAnotherKeyIsRefused() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        agent.authenticate(device, DeviceKey.generate(new SecureRandom()));
        agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
    }

    @Test
    void signatureOverTheKeyOfAnotherServerIsRefused() {
        String device = relay.agent().join(camera.invitation(), key);
        for (String serverKey : new String[] {"webpki", "00".repeat(32)}) {
            TestAgent agent = relay.agent();
            agent.send(agent.answer(device, key, serverKey));
            agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
        }
    }

    @Test
    void replayedAnswerIsRefused() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        Authenticate answer = agent.authenticate(device, key);
        agent.expect(Accepted.class);
        TestAgent thief = relay.agent();
        thief.send(answer);
        thief.assertClosed(NOT_AUTHENTIC, "not_authentic");
        assertThat(agent.isClosed()).isFalse();
    }

    @Test
    void newestConnectionOfADeviceReplacesTheOlder() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent first = relay.agent();
        first.authenticate(device, key);
        first.expect(Accepted.class);
        TestAgent second = relay.agent();
        second.authenticate(device, key);
        second.expect(Accepted.class);
        assertThat(first.expect(Goodbye.class).reason()).isEqualTo("replaced");
        first.assertClosed(4409, "replaced");
        assertThat(second.isClosed()).isFalse();
    }

    @Test
    void deviceThatWasReplacedByAnotherJoinMayNotPublishAnyMore() {
        String device = relay.agent().join(camera.invitation(), key);
        relay.agent().join(relay.invite("front").invitation(), DeviceKey.generate(new SecureRandom()));
        TestAgent agent = relay.agent();
        agent.authenticate(device, key);
        agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
    }

    @Test
    void mediaBeforeTheAnswerIsAProtocolError() {
        TestAgent agent = relay.agent();
        agent.frame(0, true, 100);
        agent.assertClosed(1002, "protocol_error");
    }

    @Test
    void mediaBeforeTracksIsAProtocolError() {
        TestAgent agent = relay.publishing(camera);
        agent.frame(0, true, 100);
        agent.assertClosed(1002, "protocol_error");
    }

    @Test
    void agentThatSendsTooMuchIsDisconnected() {
        TestAgent agent = relay.publishing(camera);
        agent.announce();
        for (int i = 0; i < 4 * WireLimits.MAX_UNITS_PER_SECOND; i++) {
            agent.frame(i, i == 0, 10);
        }
        agent.assertClosed(1013, "busy");
    }
}
