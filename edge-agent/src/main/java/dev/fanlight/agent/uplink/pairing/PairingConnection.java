package dev.fanlight.agent.uplink.pairing;

import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.uplink.socket.RelayAddress;
import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.agent.uplink.socket.SocketEnd;
import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.Reconnect;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.protocol.agent.ToAgentHandler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One socket on which a new key becomes a registered device: the challenge is answered once, then comes {@code joined} or the
 * end. How the challenge is answered is for subclasses. Event loop only.
 */
abstract class PairingConnection implements RelaySocket.Listener, ToAgentHandler {

    /** What a relay may call a device: it is kept in a file and sent back. */
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** How far the dialogue is. */
    enum Phase {
        /** The relay speaks first. */
        CHALLENGE,
        /** We have answered. */
        ANSWERED,
        /** The owner is asked. */
        PENDING,
        /** The device is registered. */
        JOINED
    }

    private final RelayAddress address;
    private final DeviceKey key;
    private final RelaySocket socket;
    private final Promise<DeviceIdentity> result = Promise.promise();

    // event loop only
    private Phase phase = Phase.CHALLENGE;
    private Optional<Duration> retryAfter = Optional.empty();

    PairingConnection(RelayAddress address, DeviceKey key, RelaySocket socket) {
        this.address = address;
        this.key = key;
        this.socket = socket;
    }

    /** Answers the challenge; called once. */
    abstract void answer(Challenge challenge);

    /** Whether {@code pending} has a place in this dialogue. */
    abstract boolean mayBePending();

    /** Says why the relay refused. */
    abstract String refusal();

    /** The identity; fails with an {@link UplinkException}. */
    final Future<DeviceIdentity> result() {
        return result.future();
    }

    final RelaySocket socket() {
        return socket;
    }

    final DeviceKey key() {
        return key;
    }

    /** Ends it from our side. */
    final void fail(UplinkException why) {
        result.tryFail(why);
        socket.close(CloseReason.DONE);
    }

    /** A signature with the new key over what the relay asked. */
    final String sign(SignedChallenge.Context context, Challenge challenge, String subject) {
        return key.sign(new SignedChallenge(
                context, challenge.relay(), socket.serverKey(), subject, challenge.nonce(), challenge.time()));
    }

    @Override
    public void onMessage(ToAgent message) throws ProtocolException {
        boolean wellFormed = !(message instanceof Joined joined) || isUsable(joined);
        if (!wellFormed || !hasPlaceNow(message.type())) {
            throw ProtocolException.unexpected(message.type());
        }
        dispatch(message);
    }

    @Override
    public void onSignOfLife() {}

    @Override
    public void onRoom() {}

    @Override
    public void onEnd(SocketEnd end) {
        boolean refused = end.reason().equals(Optional.of(CloseReason.CODE_REFUSED));
        String sentence = refused ? refusal() : new SocketEnd(end.reason(), retryAfter).sentence();
        result.tryFail(new UplinkException(refused ? Problem.REFUSED : unanswered(), sentence));
    }

    @Override
    public void on(Challenge message) {
        phase = Phase.ANSWERED;
        answer(message);
    }

    @Override
    public void on(Pending message) {
        phase = Phase.PENDING;
    }

    @Override
    public void on(Joined message) {
        phase = Phase.JOINED;
        String pin = socket.authority().map(ServerKey::pinOf).orElse(JoinLink.WEBPKI);
        result.tryComplete(new DeviceIdentity(address.relay(), pin, message.device(), message.camera(), key));
        socket.close(CloseReason.DONE);
    }

    @Override
    public void on(Goodbye message) {
        retryAfter = message.retryAfter();
    }

    @Override
    public void on(Reconnect message) {}

    @Override
    public void on(TimeReply message) {}

    @Override
    public void on(TimeRequest message) {}

    private Problem unanswered() {
        return phase == Phase.CHALLENGE ? Problem.UNREACHABLE : Problem.NO_ANSWER;
    }

    private boolean hasPlaceNow(MessageType type) {
        return switch (type) {
            case GOODBYE, RECONNECT, TIME_REPLY, TIME_REQUEST -> true;
            case CHALLENGE -> phase == Phase.CHALLENGE;
            case PENDING -> mayBePending() && (phase == Phase.ANSWERED || phase == Phase.PENDING);
            case JOINED -> phase == (mayBePending() ? Phase.PENDING : Phase.ANSWERED);
            default -> false;
        };
    }

    private static boolean isUsable(Joined joined) {
        return DEVICE.matcher(joined.device()).matches() && CameraName.isValid(joined.camera());
    }
}
