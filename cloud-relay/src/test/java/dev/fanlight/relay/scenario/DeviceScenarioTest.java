package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Fingerprint;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.identity.SignedChallenge.Context;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.agent.KeyAccepted;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.relay.ingest.agent.PendingDevices;
import dev.fanlight.relay.ratelimit.ReplacementLimit;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that the owner approves, gives new keys, and that show up twice. */
class DeviceScenarioTest {

    private static final int CODE_REFUSED = 4403;
    private static final int NOT_AUTHENTIC = 4401;
    private static final int REPLACED = 4409;
    private static final int BUSY = 1013;
    private static final int RESTARTING = 1012;

    @WithRelay
    private TestRelay relay;

    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private TestApi host;

    @BeforeEach
    void start() {
        host = relay.host();
    }

    @Test
    void approvedDevicePublishesTheCameraItWasApprovedFor() {
        TestAgent agent = relay.agent();
        enroll(agent, key);
        Pending pending = agent.expect(Pending.class);
        JsonObject seen = waiting().get(0);
        assertThat(seen.getString("code")).isEqualTo(pending.code());
        assertThat(seen.getString("words"))
                .isEqualTo(
                        String.join(" ", Fingerprint.ofBase64(key.publicKey()).words()));
        host.post("/enrollments/" + seen.getString("id"), new JsonObject().put("camera", "front"))
                .expect(204);
        Joined joined = agent.expect(Joined.class);
        assertThat(joined.camera()).isEqualTo("front");
        agent.assertClosed(1000, "done");
        assertThat(waiting()).isEmpty();
        TestAgent publisher = relay.agent();
        publisher.authenticate(joined.device(), key);
        assertThat(publisher.expect(Accepted.class).camera()).isEqualTo("front");
    }

    @Test
    void refusedDeviceIsDisconnectedAndOneThatLeavesIsForgotten() {
        TestAgent refused = relay.agent();
        enroll(refused, key);
        refused.expect(Pending.class);
        host.delete("/enrollments/" + waiting().get(0).getString("id")).expect(204);
        refused.assertClosed(CODE_REFUSED, "code_refused");
        TestAgent leaves = relay.agent();
        enroll(leaves, key);
        leaves.expect(Pending.class);
        leaves.kill();
        Await.until("it is forgotten", () -> waiting().isEmpty());
    }

    @Test
    void deviceThatDoesNotHoldItsKeyIsNotEvenListed() {
        TestAgent agent = relay.agent();
        Challenge challenge = agent.expect(Challenge.class);
        DeviceKey other = DeviceKey.generate(new SecureRandom());
        agent.send(new Enroll(
                key.publicKey(),
                agent.serverKey(),
                other.sign(signed(
                        agent, Context.ENROLL, subject(key), challenge.nonce(), challenge.time(), challenge.relay())),
                "test",
                "host"));
        agent.assertClosed(CODE_REFUSED, "code_refused");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void oneAddressCannotFillTheList() {
        List<TestAgent> agents = new ArrayList<>();
        for (int i = 0; i <= PendingDevices.MAX_PER_ADDRESS; i++) {
            TestAgent agent = relay.agent();
            enroll(agent, DeviceKey.generate(new SecureRandom()));
            agents.add(agent);
            if (i < PendingDevices.MAX_PER_ADDRESS) {
                agent.expect(Pending.class);
            }
        }
        agents.get(PendingDevices.MAX_PER_ADDRESS).assertClosed(BUSY, "busy");
        assertThat(waiting()).hasSize(PendingDevices.MAX_PER_ADDRESS);
    }

    @Test
    void deviceWhosePlaceIsTakenByAJoinCodeIsCutOffAtOnceAndTheJoinIsInTheAuditLog() {
        String device = relay.agent().join(relay.invite("front").invitation(), key);
        TestAgent before = publishing(device, key);
        DeviceKey other = DeviceKey.generate(new SecureRandom());
        long start = System.nanoTime();
        String next = relay.agent().join(relay.invite("front").invitation(), other);
        Await.until("the one before is cut off", before::isClosed);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println("A device that was replaced by a join code was cut off after " + millis + " ms");
        assertThat(publishing(next, other).isClosed()).isFalse();
        Await.until("the join is written", () -> host.get("/audit").body().contains("device:" + next));
        assertThat(host.get("/audit").body()).contains("device.join");
    }

    @Test
    void oldKeyIsWorthNothingOnceTheNewOneHasBeenUsed() {
        TestCamera camera = relay.invite("front");
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = publishing(device, key);
        host.post("/cameras/front/rotate-key").expect(202);
        DeviceKey next = DeviceKey.generate(new SecureRandom());
        answer(agent, device, next);
        agent.expect(KeyAccepted.class);
        agent.assertClosed(RESTARTING, "restarting");
        TestAgent withNew = publishing(device, next);
        TestAgent withOld = relay.agent();
        withOld.authenticate(device, key);
        withOld.assertClosed(NOT_AUTHENTIC, "not_authentic");
        assertThat(withNew.isClosed()).isFalse();
        assertThat(host.get("/cameras/front").json().getJsonObject("device").getBoolean("rotating"))
                .isFalse();
    }

    @Test
    void agentThatLostItsNewKeyIsAskedAgain() {
        TestCamera camera = relay.invite("front");
        String device = relay.agent().join(camera.invitation(), key);
        host.post("/cameras/front/rotate-key").expect(202);
        TestAgent first = publishing(device, key);
        answer(first, device, DeviceKey.generate(new SecureRandom()));
        first.expect(KeyAccepted.class);
        TestAgent second = publishing(device, key);
        DeviceKey kept = DeviceKey.generate(new SecureRandom());
        answer(second, device, kept);
        second.expect(KeyAccepted.class);
        publishing(device, kept);
    }

    @Test
    void newKeyThatIsNotProvedOrNotAskedForChangesNothing() {
        TestCamera camera = relay.invite("front");
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent unasked = publishing(device, key);
        unasked.send(new NewKey(key.publicKey(), unasked.serverKey(), "AAAA"));
        Await.until("closed", unasked::isClosed);
        host.post("/cameras/front/rotate-key").expect(202);
        TestAgent agent = publishing(device, key);
        RotateKey question = agent.expect(RotateKey.class);
        DeviceKey next = DeviceKey.generate(new SecureRandom());
        agent.send(new NewKey(
                next.publicKey(),
                agent.serverKey(),
                key.sign(signed(agent, Context.ROTATE, device, question.nonce(), question.time(), relayName(agent)))));
        TestAgent stranger = relay.agent();
        stranger.authenticate(device, next);
        stranger.assertClosed(NOT_AUTHENTIC, "not_authentic");
        publishing(device, key);
    }

    @Test
    void twoComputersWithOneKeyAreReportedToTheOwnerAndDoNotFlap() {
        TestCamera camera = relay.invite("front");
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent newest = publishing(device, key);
        for (int i = 0; i < ReplacementLimit.PER_MINUTE; i++) {
            TestAgent next = publishing(device, key);
            newest.assertClosed(REPLACED, "replaced");
            newest = next;
        }
        TestAgent tooMany = relay.agent();
        tooMany.authenticate(device, key);
        tooMany.assertClosed(BUSY, "busy");
        assertThat(newest.isClosed()).isFalse();
        Await.until(
                "the alerts are written",
                () -> host.get("/audit?alerts=true").array().size() > ReplacementLimit.PER_MINUTE);
        assertThat(host.get("/status").json().getInteger("alerts")).isGreaterThan(ReplacementLimit.PER_MINUTE);
    }

    private TestAgent publishing(String device, DeviceKey with) {
        TestAgent agent = relay.agent();
        agent.authenticate(device, with);
        agent.expect(Accepted.class);
        return agent;
    }

    private void enroll(TestAgent agent, DeviceKey with) {
        Challenge challenge = agent.expect(Challenge.class);
        String signature = with.sign(
                signed(agent, Context.ENROLL, subject(with), challenge.nonce(), challenge.time(), challenge.relay()));
        agent.send(new Enroll(with.publicKey(), agent.serverKey(), signature, "test", "porch"));
    }

    private static void answer(TestAgent agent, String device, DeviceKey next) {
        RotateKey question = agent.expect(RotateKey.class);
        String signature =
                next.sign(signed(agent, Context.ROTATE, device, question.nonce(), question.time(), relayName(agent)));
        agent.send(new NewKey(next.publicKey(), agent.serverKey(), signature));
    }

    private static SignedChallenge signed(
            TestAgent agent, Context context, String subject, byte[] nonce, long time, String relayName) {
        return new SignedChallenge(context, relayName, new ServerKey(agent.serverKey()), subject, nonce, time);
    }

    private static String relayName(TestAgent agent) {
        return agent.relayName();
    }

    private static String subject(DeviceKey with) {
        return Fingerprint.ofBase64(with.publicKey()).hex();
    }

    private List<JsonObject> waiting() {
        return host.get("/enrollments").expect(200).array().stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
