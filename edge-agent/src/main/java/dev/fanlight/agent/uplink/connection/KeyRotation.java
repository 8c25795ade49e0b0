package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.RotateKey;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The change of keys on one connection: made and kept, offered, adopted when the relay has taken it. The old key goes on
 * working until the new one has been used. At most {@value #MAX_OFFERS} offers a connection, for each costs a signature and may
 * cost the disk. Event loop only; the disk is left to a worker.
 */
final class KeyRotation {

    /** A relay asks when its owner does, which is seldom. */
    static final int MAX_OFFERS = 10;

    private enum Step {
        IDLE,
        MAKING,
        OFFERED
    }

    private final Vertx vertx;
    private final RelaySocket socket;
    private final KeyRing keys;
    private final UplinkListener listener;

    // event loop only
    private Step step = Step.IDLE;
    private int asked;
    private Optional<RotateKey> newest = Optional.empty();

    KeyRotation(Vertx vertx, RelaySocket socket, KeyRing keys, UplinkListener listener) {
        this.vertx = vertx;
        this.socket = socket;
        this.keys = keys;
        this.listener = listener;
    }

    /** Offers the next key; {@code relay} is the name out of the challenge. */
    void offer(RotateKey question, String relay) {
        asked++;
        if (asked > MAX_OFFERS) {
            return;
        }
        newest = Optional.of(question);
        if (step != Step.MAKING) {
            step = Step.MAKING;
            onWorker(keys::makeSpare, next -> made(next, relay));
        }
    }

    /** Whether {@code key_accepted} may come. */
    boolean isOffered() {
        return step == Step.OFFERED;
    }

    /** The relay has taken the key that was offered. */
    void accepted() {
        step = Step.IDLE;
        adopt();
    }

    /** Makes the next key the one that counts. */
    void adopt() {
        onWorker(
                () -> {
                    keys.adoptSpare();
                    return true;
                },
                done -> listener.keyChanged());
    }

    private void made(DeviceIdentity next, String relay) {
        step = Step.OFFERED;
        newest.ifPresent(question -> socket.send(answer(next, question, relay)));
    }

    private NewKey answer(DeviceIdentity next, RotateKey question, String relay) {
        SignedChallenge challenge = new SignedChallenge(
                SignedChallenge.Context.ROTATE,
                relay,
                socket.serverKey(),
                next.device(),
                question.nonce(),
                question.time());
        return new NewKey(
                next.key().publicKey(), socket.serverKey().text(), next.key().sign(challenge));
    }

    private <T> void onWorker(Callable<T> blocking, Consumer<T> then) {
        vertx.executeBlocking(blocking).onSuccess(then::accept).onFailure(failure -> {
            step = Step.IDLE;
            listener.keyNotChanged(String.valueOf(failure.getMessage()));
        });
    }
}
