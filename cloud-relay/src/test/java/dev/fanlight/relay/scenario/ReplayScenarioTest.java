package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.identity.SignedChallenge.Context;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.WithRelay;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signatures that were good once, or somewhere else, are worth nothing: threat 9, wire protocol §4. */
class ReplayScenarioTest {

    private static final int CODE_REFUSED = 4403;
    private static final int NOT_AUTHENTIC = 4401;
    private static final int PROTOCOL_ERROR = 1002;

    @WithRelay
    private TestRelay relay;

    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private TestCamera camera;

    @BeforeEach
    void start() {
        camera = relay.invite("front");
    }

    private static SignedChallenge signed(Context context, Challenge challenge, String serverKey, String subject) {
        return new SignedChallenge(
                context, challenge.relay(), new ServerKey(serverKey), subject, challenge.nonce(), challenge.time());
    }

    private static Authenticate claim(String device, TestAgent agent, String signature) {
        return new Authenticate(device, agent.serverKey(), signature, "test");
    }

    private Join joinMessage(TestAgent agent) {
        return agent.joinMessage(camera.invitation().code(), camera.invitation().secret(), key);
    }

    private void assertStillGood(String device) {
        TestAgent honest = relay.agent();
        honest.authenticate(device, key);
        honest.expect(Accepted.class);
    }

    @Test
    void oneChallengeAnsweredTwiceOnItsSocketEndsIt() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        Authenticate answer = agent.authenticate(device, key);
        agent.expect(Accepted.class);
        agent.send(answer);
        agent.assertClosed(PROTOCOL_ERROR, "protocol_error");
    }

    @Test
    void twoAnswersInOneBreathAreNotBothChecked() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        Authenticate answer = agent.answer(device, key, agent.serverKey());
        agent.send(answer);
        agent.send(answer);
        agent.assertClosed(PROTOCOL_ERROR, "protocol_error");
        assertStillGood(device);
    }

    @Test
    void signatureOfAnOlderChallengeIsRefusedOnANewSocketAHundredTimes() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        Authenticate heard = agent.authenticate(device, key);
        agent.expect(Accepted.class);
        for (int i = 0; i < 100; i++) {
            TestAgent thief = relay.agent();
            thief.expect(Challenge.class);
            thief.send(heard);
            thief.assertClosed(NOT_AUTHENTIC, "not_authentic");
        }
        assertThat(agent.isClosed()).isFalse();
    }

    @Test
    void signatureThatWasHeldBackIsRefusedOnAnotherSocketWhileItsOwnIsOpen() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent held = relay.agent();
        Authenticate answer = held.answer(device, key, held.serverKey());
        TestAgent thief = relay.agent();
        thief.expect(Challenge.class);
        thief.send(answer);
        thief.assertClosed(NOT_AUTHENTIC, "not_authentic");
        held.send(answer);
        held.expect(Accepted.class);
    }

    @Test
    void joinThatWasHeardIsRefusedOnAnotherSocketAndDoesNotUseTheCodeUp() {
        TestAgent honest = relay.agent();
        Join message = joinMessage(honest);
        for (int i = 0; i < 10; i++) {
            TestAgent thief = relay.agent();
            thief.expect(Challenge.class);
            thief.send(message);
            thief.assertClosed(CODE_REFUSED, "code_refused");
        }
        honest.send(message);
        assertThat(honest.expect(Joined.class).camera()).isEqualTo("front");
    }

    @Test
    void joinThatWasGoodOnceIsRefusedAfterwards() {
        TestAgent honest = relay.agent();
        Join message = joinMessage(honest);
        honest.send(message);
        String device = honest.expect(Joined.class).device();
        TestAgent thief = relay.agent();
        thief.send(joinMessage(thief));
        thief.assertClosed(CODE_REFUSED, "code_refused");
        assertStillGood(device);
    }

    @Test
    void signatureForJoiningDoesNotAuthenticate() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        Challenge challenge = agent.expect(Challenge.class);
        agent.send(claim(device, agent, key.sign(signed(Context.JOIN, challenge, agent.serverKey(), device))));
        agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
    }

    @Test
    void signatureOverTheKeyOfAManInTheMiddleIsRefusedThoughTheRightKeyIsClaimed() {
        String device = relay.agent().join(camera.invitation(), key);
        for (String seen : new String[] {"webpki", "00".repeat(32), ""}) {
            TestAgent agent = relay.agent();
            Challenge challenge = agent.expect(Challenge.class);
            agent.send(claim(device, agent, key.sign(signed(Context.AUTHENTICATE, challenge, seen, device))));
            agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
        }
    }

    @Test
    void signatureForAnotherRelayIsRefused() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        Challenge here = agent.expect(Challenge.class);
        Challenge elsewhere = new Challenge("another relay", here.nonce(), here.time());
        agent.send(claim(device, agent, key.sign(signed(Context.AUTHENTICATE, elsewhere, agent.serverKey(), device))));
        agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
    }

    @Test
    void signatureForAnotherTimeIsRefused() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        Challenge now = agent.expect(Challenge.class);
        Challenge before = new Challenge(now.relay(), now.nonce(), now.time() - 30);
        agent.send(claim(device, agent, key.sign(signed(Context.AUTHENTICATE, before, agent.serverKey(), device))));
        agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
    }

    @Test
    void signatureForAnotherDeviceIsRefused() {
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        Challenge challenge = agent.expect(Challenge.class);
        String signature = key.sign(signed(Context.AUTHENTICATE, challenge, agent.serverKey(), "another device"));
        agent.send(claim(device, agent, signature));
        agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
    }
}
