package dev.fanlight.agent.uplink;

import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.uplink.UplinkException.Problem;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.Accepted;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.Challenge;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Demand;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Join;
import dev.fanlight.protocol.Joined;
import dev.fanlight.protocol.KeyAccepted;
import dev.fanlight.protocol.KeyFrameRequest;
import dev.fanlight.protocol.Pending;
import dev.fanlight.protocol.RotateKey;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToAgent;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Trades the one-time code of a join link for a registration. One use. Event loop only, but for {@link #join}. */
public final class Joining implements RelaySocket.Listener, ToAgent.Handler {

    private final JoinLink link;
    private final DeviceKey key;
    private final String version;
    private final RelaySocket socket;
    private final Promise<DeviceIdentity> result = Promise.promise();

    private Joining(JoinLink link, DeviceKey key, String version, RelaySocket socket) {
        this.link = link;
        this.key = key;
        this.version = version;
        this.socket = socket;
    }

    /**
     * Joins; waits for it. Any thread but the event loop.
     *
     * @param key registered under the code; nothing is stored here
     * @param version of this program
     * @param limit of dialling, and again of the dialogue
     * @throws UplinkException when the relay is not there, not the one of the link, or refuses
     */
    public static DeviceIdentity join(EventLoop loop, JoinLink link, DeviceKey key, String version, Duration limit)
            throws UplinkException, InterruptedException {
        Vertx vertx = loop.vertx();
        Promise<DeviceIdentity> joined = Promise.promise();
        Dialer dialer = new Dialer(vertx, RelayAddress.of(link, limit));
        vertx.runOnContext(nothing -> dialer.dial(socket -> new Joining(link, key, version, socket))
                .compose(joining -> joining.result.future().timeout(limit.toMillis(), TimeUnit.MILLISECONDS))
                .onComplete(joined));
        try {
            return joined.future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(2 * limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UplinkException uplink ? uplink : lateAnswer();
        } catch (TimeoutException e) {
            throw lateAnswer();
        }
    }

    @Override
    public void onMessage(ToAgent message) {
        message.dispatch(this);
    }

    @Override
    public void onSignOfLife() {}

    @Override
    public void onRoom() {}

    @Override
    public void onEnd(SocketEnd end) {
        result.tryFail(new UplinkException(Problem.REFUSED, sentence(end.reason())));
    }

    @Override
    public void on(Challenge message) {
        SignedChallenge challenge = new SignedChallenge(
                SignedChallenge.Context.JOIN,
                message.relay(),
                socket.serverKey(),
                link.code(),
                message.nonce(),
                message.time());
        socket.send(new Join(
                link.code(), link.secret(), key.publicKey(), socket.serverKey().text(), key.sign(challenge), version));
    }

    @Override
    public void on(Joined message) {
        result.tryComplete(new DeviceIdentity(link.relay(), link.pin(), message.device(), message.camera(), key));
        socket.close(CloseReason.DONE);
    }

    @Override
    public void on(Accepted message) {
        socket.close(CloseReason.PROTOCOL_ERROR);
    }

    @Override
    public void on(Ack message) {}

    @Override
    public void on(Demand message) {}

    @Override
    public void on(Goodbye message) {}

    @Override
    public void on(KeyAccepted message) {}

    @Override
    public void on(KeyFrameRequest message) {}

    @Override
    public void on(Pending message) {}

    @Override
    public void on(RotateKey message) {}

    @Override
    public void on(TimeReply message) {}

    @Override
    public void on(TimeRequest message) {}

    private static UplinkException lateAnswer() {
        return new UplinkException(Problem.UNREACHABLE, "The relay did not answer in time.");
    }

    private static String sentence(Optional<CloseReason> reason) {
        if (reason.equals(Optional.of(CloseReason.CODE_REFUSED))) {
            return "The relay did not take this code: it is used, older than 15 minutes, or mistyped. "
                    + "Ask it for a new one: fanlight-relay camera invite NAME";
        }
        return "The relay ended the conversation ("
                + reason.map(CloseReason::wireName).orElse("connection lost") + ").";
    }
}
