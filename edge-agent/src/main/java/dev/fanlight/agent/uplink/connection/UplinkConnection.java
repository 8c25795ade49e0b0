package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.uplink.media.MediaSender;
import dev.fanlight.agent.uplink.media.UplinkAdaptation;
import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.agent.uplink.socket.SocketEnd;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.Reconnect;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.KeyAccepted;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.agent.ToAgentHandler;
import dev.fanlight.protocol.ptz.Ptz;
import java.time.Duration;
import java.util.Optional;

/**
 * One socket from challenge to end: authenticates, then passes demand and acknowledgements on and sends what waits. Holds all
 * state that does not survive a reconnect. Event loop only.
 */
final class UplinkConnection implements RelaySocket.Listener, ToAgentHandler {

    /** Progress of the handshake. */
    private enum Phase {
        CHALLENGE,
        ACCEPTANCE,
        LIVE
    }

    /** Gets the events of a connection. Event loop only. */
    interface Owner {

        void onLive(UplinkConnection connection, String camera);

        void onDemand(Demand demand);

        void onKeyFrameRequest(int track);

        /** A command to the camera’s head. */
        void onHead(Ptz message);

        void onReconnect(Reconnect message);

        /** An answer to a request of people at the camera. */
        void onAnswer(ToAgent message);

        void onEnd(UplinkConnection connection, SocketEnd end);
    }

    private final RelaySocket socket;
    private final DeviceIdentity identity;
    private final String version;
    private final Features features;
    private final Owner owner;
    private final MediaSender sender;
    private final Heartbeat heartbeat;
    private final KeyRotation rotation;

    // event loop only
    private Phase phase = Phase.CHALLENGE;
    private String relay = "";
    private Optional<Duration> retryAfter = Optional.empty();

    UplinkConnection(
            RelaySocket socket,
            DeviceIdentity identity,
            String version,
            Features features,
            Owner owner,
            MediaSender sender,
            Heartbeat heartbeat,
            KeyRotation rotation) {
        this.socket = socket;
        this.identity = identity;
        this.version = version;
        this.features = features;
        this.owner = owner;
        this.sender = sender;
        this.heartbeat = heartbeat;
        this.rotation = rotation;
    }

    void start() {
        heartbeat.start();
    }

    void send(FromAgent message) {
        socket.send(message);
    }

    /** Sends the state of the camera. */
    void send(Source source) {
        heartbeat.asleep(source.state() == SourceState.ASLEEP);
        socket.send(source);
    }

    /** Sends what waits, as far as there is room. */
    void pump() {
        if (phase == Phase.LIVE) {
            sender.send();
        }
    }

    /** How access units arrive at the relay; {@code dropped} is whether any were dropped before they were sent. */
    UplinkAdaptation.Observation observe(boolean dropped) {
        return sender.observe(dropped);
    }

    /** The key of this connection was the next one, and the relay has taken it: it is the one that counts. */
    void adoptKey() {
        rotation.adopt();
    }

    void close(CloseReason reason) {
        socket.close(reason);
    }

    @Override
    public void onMessage(ToAgent message) throws ProtocolException {
        if (!hasPlaceNow(message.type())) {
            throw ProtocolException.unexpected(message.type());
        }
        if (RelayRequests.isAnswer(message)) {
            owner.onAnswer(message);
        } else {
            dispatch(message);
        }
    }

    @Override
    public void onSignOfLife() {
        heartbeat.signOfLife();
    }

    @Override
    public void onRoom() {
        pump();
    }

    @Override
    public void onEnd(SocketEnd end) {
        heartbeat.stop();
        owner.onEnd(this, new SocketEnd(end.reason(), retryAfter));
    }

    @Override
    public void on(Challenge message) {
        phase = Phase.ACCEPTANCE;
        relay = message.relay();
        SignedChallenge challenge = new SignedChallenge(
                SignedChallenge.Context.AUTHENTICATE,
                message.relay(),
                socket.serverKey(),
                identity.device(),
                message.nonce(),
                message.time());
        String signature = identity.key().sign(challenge);
        send(new Authenticate(identity.device(), socket.serverKey().text(), signature, version, features));
    }

    @Override
    public void on(Accepted message) {
        phase = Phase.LIVE;
        heartbeat.authenticated();
        owner.onLive(this, message.camera());
    }

    @Override
    public void on(Demand message) {
        owner.onDemand(message);
    }

    @Override
    public void on(KeyFrameRequest message) {
        owner.onKeyFrameRequest(message.track());
    }

    @Override
    public void on(Ptz message) {
        owner.onHead(message);
    }

    @Override
    public void on(Ack message) {
        sender.acknowledged(message);
    }

    @Override
    public void on(RotateKey message) {
        rotation.offer(message, relay);
    }

    @Override
    public void on(KeyAccepted message) {
        rotation.accepted();
    }

    @Override
    public void on(Goodbye message) {
        retryAfter = message.retryAfter();
    }

    @Override
    public void on(Reconnect message) {
        owner.onReconnect(message);
    }

    @Override
    public void on(TimeRequest message) {
        heartbeat.answer(message);
    }

    @Override
    public void on(TimeReply message) {
        heartbeat.answered(message);
    }

    private boolean hasPlaceNow(MessageType type) {
        return switch (type) {
            case GOODBYE, RECONNECT, TIME_REPLY, TIME_REQUEST -> true;
            case CHALLENGE -> phase == Phase.CHALLENGE;
            case ACCEPTED -> phase == Phase.ACCEPTANCE;
            case ACK, CHAT_ACCEPTED, CHAT_REFUSED, DEMAND, KEY_FRAME_REQUEST, PTZ, ROTATE_KEY, SHARED, SHARE_REFUSED ->
                phase == Phase.LIVE;
            case KEY_ACCEPTED -> rotation.isOffered();
            default -> false;
        };
    }
}
