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
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agent A tries to publish as B, over every way the protocol offers, while B streams: threat 6. */
@Soak
class PublishAsAnotherScenarioTest {

    private static final int TRIES = TestScale.of(200, 1_000);
    private static final long FOREIGN = 1_000_000;

    /** The ways; the first ones never get past the challenge, the last ones come from an agent that is accepted as A. */
    private enum Way {
        KEY_OF_A_FOR_DEVICE_B,
        SIGNED_FOR_A_SENT_AS_B,
        SIGNATURE_OF_B_HEARD_BEFORE,
        SIGNATURE_OF_B_WITH_ONE_BIT_FLIPPED,
        KEY_OF_A_FOR_SOMETHING_LIKE_DEVICE_B,
        JOIN_OF_B_HEARD_BEFORE,
        CODE_OF_B_WITH_KEY_OF_A,
        MEDIA_BEFORE_ACCEPTANCE,
        AUTHENTICATE_AGAIN_AS_B,
        JOIN_AFTER_ACCEPTANCE,
        CAMERA_OF_B_IN_MESSAGES_AND_ITS_EPOCH
    }

    @WithRelay
    private TestRelay relay;

    private final Random random = new Random(seed());
    private final DeviceKey keyA = DeviceKey.generate(new SecureRandom());
    private final DeviceKey keyB = DeviceKey.generate(new SecureRandom());
    private final Map<Way, Integer> tried = new EnumMap<>(Way.class);
    private TestCamera cameraB;
    private String deviceA = "";
    private String deviceB = "";
    private TestAgent agentB;
    private Authenticate heardOfB;
    private Join joinOfB;

    private static long seed() {
        long seed = 202_611_210_640L;
        System.out.println("seed " + seed);
        return seed;
    }

    @BeforeEach
    void twoCamerasOneOfWhichStreams() {
        cameraB = relay.invite("back");
        deviceA = relay.agent().join(relay.invite("front").invitation(), keyA);
        TestAgent joining = relay.agent();
        joinOfB = joining.joinMessage(
                cameraB.invitation().code(), cameraB.invitation().secret(), keyB);
        deviceB = joining.joined(joinOfB);
        agentB = relay.agent();
        heardOfB = agentB.authenticate(deviceB, keyB);
        agentB.expect(Accepted.class);
        agentB.announce();
    }

    @Test
    void noTryGetsThroughAndTheViewersOfBNoticeNothing() {
        TestViewer viewer = relay.watching(cameraB);
        long sent = 0;
        int succeeded = 0;
        for (int i = 0; i < TRIES; i++) {
            Way way = Way.values()[random.nextInt(Way.values().length)];
            tried.merge(way, 1, Integer::sum);
            succeeded += attempt(way) ? 1 : 0;
            if (i % 2 == 0) {
                agentB.frame(sent, sent % 10 == 0, 200);
                sent++;
            }
        }
        System.out.println("tried " + tried + ", succeeded " + succeeded);
        viewer.expectFrames((int) sent);
        assertThat(succeeded).isZero();
        assertThat(tried).hasSize(Way.values().length);
        assertThat(viewer.sequences())
                .isEqualTo(LongStream.range(0, sent).boxed().toList());
        assertThat(viewer.corrupted()).isZero();
        assertThat(agentB.isClosed()).as("B was replaced").isFalse();
    }

    /** Whether A was accepted as B. What A does as itself is seen, or not, by the viewers of B. */
    private boolean attempt(Way way) {
        TestAgent agent = relay.agent();
        switch (way) {
            case KEY_OF_A_FOR_DEVICE_B -> agent.authenticate(deviceB, keyA);
            case SIGNED_FOR_A_SENT_AS_B -> agent.send(as(deviceB, agent.answer(deviceA, keyA, agent.serverKey())));
            case SIGNATURE_OF_B_HEARD_BEFORE -> agent.send(heardOfB);
            case SIGNATURE_OF_B_WITH_ONE_BIT_FLIPPED ->
                agent.send(flipped(agent.answer(deviceB, keyB, agent.serverKey())));
            case KEY_OF_A_FOR_SOMETHING_LIKE_DEVICE_B -> agent.authenticate(like(deviceB), keyA);
            case JOIN_OF_B_HEARD_BEFORE -> agent.send(joinOfB);
            case CODE_OF_B_WITH_KEY_OF_A -> agent.sendJoin(joinOfB.code(), joinOfB.secret(), keyA);
            case MEDIA_BEFORE_ACCEPTANCE -> foreignFrame(agent);
            default -> asItself(agent, way);
        }
        boolean accepted = ended(agent, way);
        agent.socket.close();
        Await.until("gone", agent::isClosed);
        return accepted;
    }

    private void asItself(TestAgent agent, Way way) {
        Challenge challenge = agent.expect(Challenge.class);
        agent.send(authenticate(agent, challenge, deviceA));
        assertThat(agent.expect(Accepted.class).camera()).isEqualTo("front");
        if (way == Way.AUTHENTICATE_AGAIN_AS_B) {
            agent.send(authenticate(agent, challenge, deviceB));
        } else if (way == Way.JOIN_AFTER_ACCEPTANCE) {
            agent.send(joinOfB);
        } else {
            agent.socket.writeTextMessage("""
                    {"type":"tracks","epoch":%d,"camera":"back","device":"%s","tracks":[{"id":0,"kind":"video",\
                    "codec":"vp8","width":640,"height":360,"name":"main","camera":"back"}]}""".formatted(TestAgent.EPOCH, deviceB));
            agent.socket.writeTextMessage("""
                    {"type":"source","state":"failed","camera":"back","device":"%s"}""".formatted(deviceB));
            foreignFrame(agent);
        }
    }

    /** Those who may stay are A itself; their frames must have been handled before they go. */
    private boolean ended(TestAgent agent, Way way) {
        if (way == Way.CAMERA_OF_B_IN_MESSAGES_AND_ITS_EPOCH) {
            agent.expect(dev.fanlight.protocol.Ack.class);
            return false;
        }
        Await.until("closed after " + way, () -> agent.isClosed() || isAcceptedAsB(agent));
        return isAcceptedAsB(agent);
    }

    private static boolean isAcceptedAsB(TestAgent agent) {
        return agent.received.stream().anyMatch(message -> message instanceof Accepted);
    }

    private Authenticate authenticate(TestAgent agent, Challenge challenge, String device) {
        SignedChallenge signed = new SignedChallenge(
                Context.AUTHENTICATE,
                challenge.relay(),
                new ServerKey(agent.serverKey()),
                device,
                challenge.nonce(),
                challenge.time());
        return new Authenticate(device, agent.serverKey(), keyA.sign(signed), "test");
    }

    /** A picture that B has not sent: with the number of its next one, or with one of its own. */
    private void foreignFrame(TestAgent agent) {
        byte[] media = TestAgent.media(random.nextBoolean() ? FOREIGN : 0, random.nextBoolean(), 50);
        media[media.length - 1] ^= 1;
        agent.socket.writeBinaryMessage(Buffer.buffer(media));
    }

    private static Authenticate as(String device, Authenticate answer) {
        return new Authenticate(device, answer.serverKey(), answer.signature(), answer.agent());
    }

    private Authenticate flipped(Authenticate answer) {
        byte[] signature = Base64.getDecoder().decode(answer.signature());
        int bit = random.nextInt(signature.length * 8);
        signature[bit / 8] ^= (byte) (1 << bit % 8);
        return new Authenticate(
                answer.device(), answer.serverKey(), Base64.getEncoder().encodeToString(signature), answer.agent());
    }

    private String like(String device) {
        String[] forms = {
            device + " ",
            " " + device,
            device.toUpperCase(java.util.Locale.ROOT),
            device + "\u0000",
            device + "' OR '1'='1",
            "%",
            "back",
            ""
        };
        return forms[random.nextInt(forms.length)];
    }
}
