package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.RecordedEvents;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.SevereLog;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.identity.SignedChallenge.Context;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.KeyAccepted;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The owner wishes another key; the agent, or the relay, is killed at each step of that. */
@Timeout(120)
class KeyRotationScenarioTest {

    private static final String DEVICE = "device-1";
    private static final TestAuthority authority = TestAuthority.shared();

    @TempDir
    private Path temp;

    private final SecureRandom random = new SecureRandom();
    private final RecordedEvents events = new RecordedEvents();
    private final SevereLog severe = new SevereLog();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final FakeRelay relay = new FakeRelay(authority, this::check);
    private IdentityStore store;

    @BeforeEach
    void joined() {
        store = new IdentityStore(temp.resolve("state"));
        store.save(new DeviceIdentity(relay.uri(), authority.pin(), DEVICE, "front", DeviceKey.generate(random)));
        good.add(publicKey());
    }

    @AfterEach
    void close() {
        relay.close();
        severe.close();
        assertThat(severe.complaints).isEmpty();
    }

    /** Accepts whoever signs with a good key, as a relay does. */
    private void check(RelayPeer peer) {
        peer.challenge();
        Thread worker = new Thread(() -> {
            Await.until("authenticate", peer::isAuthenticated);
            if (signer(peer).isEmpty()) {
                peer.close(CloseReason.NOT_AUTHENTIC.code());
            } else {
                peer.send(new Accepted("front"));
            }
        });
        worker.setDaemon(true);
        worker.start();
    }

    private String signer(RelayPeer peer) {
        Authenticate answer = peer.first(Authenticate.class);
        return good.stream()
                .filter(key -> DeviceKey.verify(
                        key, signed(Context.AUTHENTICATE, RelayPeer.nonce(), RelayPeer.TIME), answer.signature()))
                .findFirst()
                .orElse("");
    }

    private static SignedChallenge signed(Context context, byte[] nonce, long time) {
        return new SignedChallenge(context, "test relay", authority.serverKey(), DEVICE, nonce, time);
    }

    private String publicKey() {
        return store.load().orElseThrow().key().publicKey();
    }

    private FanlightAgent run() {
        return FanlightAgent.builder()
                .state(store.folder())
                .source("test")
                .listener(events)
                .build()
                .start();
    }

    private void connected(int count) {
        Await.until("connected", () -> events.count("connected") >= count);
    }

    private static byte[] nonce(int fill) {
        byte[] nonce = new byte[32];
        nonce[0] = (byte) fill;
        return nonce;
    }

    private static NewKey askForKey(RelayPeer peer, int fill) {
        int before = peer.all(NewKey.class).size();
        peer.send(new RotateKey(nonce(fill), RelayPeer.TIME + fill));
        Await.until("new_key", () -> peer.all(NewKey.class).size() > before);
        return peer.all(NewKey.class).get(before);
    }

    @Test
    void theNewKeyIsProvenAdoptedAndUsedFromTheNextConnectionOn() {
        String old = publicKey();
        try (FanlightAgent agent = run()) {
            connected(1);
            NewKey offer = askForKey(relay.peer(0), 7);
            assertThat(DeviceKey.verify(
                            offer.publicKey(), signed(Context.ROTATE, nonce(7), RelayPeer.TIME + 7), offer.signature()))
                    .as("proof of the new key")
                    .isTrue();
            assertThat(publicKey()).as("before the relay has taken the new one").isEqualTo(old);
            good.add(offer.publicKey());
            relay.peer(0).send(new KeyAccepted());
            Await.until("adopted", () -> events.count("key changed") == 1);
            assertThat(publicKey()).isEqualTo(offer.publicKey());
            assertThat(relay.peer(0).closeCode.get()).as("the socket goes on").isZero();
            relay.peer(0).close(CloseReason.RESTARTING.code());
            connected(2);
            assertThat(signer(relay.peer(1))).isEqualTo(offer.publicKey());
            assertThat(agent.droppedFrames()).isZero();
        }
    }

    @Test
    void killedBeforeTheOfferTheOldKeyGoesOnAndTheSameOneIsOfferedAgain() {
        String next = spare();
        try (FanlightAgent agent = run()) {
            connected(1);
            assertThat(signer(relay.peer(0))).isEqualTo(publicKey());
            assertThat(askForKey(relay.peer(0), 1).publicKey()).isEqualTo(next);
            assertThat(agent.droppedFrames()).isZero();
        }
    }

    @Test
    void killedBetweenAcceptanceAndRenameBothKeysAreGoodAndNoneIsLost() {
        good.add(spare());
        try (FanlightAgent agent = run()) {
            connected(1);
            assertThat(agent.droppedFrames()).isZero();
        }
        assertThat(events.count("given up")).isZero();
    }

    @Test
    void whenTheRelayTakesOnlyTheNextKeyItIsTriedOnceAndAdopted() {
        String next = spare();
        good.clear();
        good.add(next);
        try (FanlightAgent agent = run()) {
            connected(1);
            Await.until("adopted", () -> events.count("key changed") == 1);
            assertThat(relay.peers).hasSize(2);
            assertThat(publicKey()).isEqualTo(next);
            assertThat(agent.droppedFrames()).isZero();
        }
    }

    @Test
    void whenTheRelayTakesNeitherTheAgentEndsAfterTwoTries() {
        spare();
        good.clear();
        try (FanlightAgent agent = run()) {
            Await.until("given up", () -> events.count("given up not_authentic") == 1);
            assertThat(relay.peers).hasSize(2);
            assertThat(agent.droppedFrames()).isZero();
        }
    }

    @Test
    void aRelayThatAsksWithoutEndIsAnsweredTenTimesWithTheSameKey() {
        try (FanlightAgent agent = run()) {
            connected(1);
            RelayPeer peer = relay.peer(0);
            String offered = "";
            for (int i = 0; i < 10; i++) {
                offered = askForKey(peer, i).publicKey();
            }
            for (int i = 10; i < 100; i++) {
                peer.send(new RotateKey(nonce(i), RelayPeer.TIME));
            }
            peer.send(new KeyAccepted());
            Await.until("adopted", () -> events.count("key changed") == 1);
            assertThat(peer.all(NewKey.class)).hasSize(10);
            assertThat(publicKey()).isEqualTo(offered);
            assertThat(agent.droppedFrames()).isZero();
        }
    }

    @Test
    void keyAcceptedWithoutAnOfferIsAProtocolError() {
        try (FanlightAgent agent = run()) {
            connected(1);
            relay.peer(0).send(new KeyAccepted());
            Await.until("closed", () -> relay.peer(0).closeCode.get() == CloseReason.PROTOCOL_ERROR.code());
            assertThat(agent.droppedFrames()).isZero();
        }
    }

    /** As an agent leaves it that was killed when the next key was kept and before it was adopted. */
    private String spare() {
        return KeyRing.stored(store, random).orElseThrow().makeSpare().key().publicKey();
    }
}
