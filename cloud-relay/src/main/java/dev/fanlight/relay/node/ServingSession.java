package dev.fanlight.relay.node;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.relay.socket.MessageReceiver;
import dev.fanlight.relay.socket.PeerSocket;
import dev.fanlight.relay.stream.LiveStream;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The socket of a node that pulls a stream of this relay: proofs of both, then the stream. Event loop only. */
final class ServingSession implements MessageReceiver {

    /** Control messages, pings and pongs a second. */
    static final int MESSAGES = 50;

    /** How long a node has to prove that it belongs to the cluster. */
    static final Duration PROOF = Duration.ofSeconds(5);

    /** How long a node may be silent, which sends something every second. */
    static final Duration SILENCE = Duration.ofSeconds(6);

    private static final int BURST_SECONDS = 2;

    private final PeerSocket socket;
    private final NodeServices services;
    private final TokenBucket messages;
    private ServingState state;
    private long lastHeard;

    private ServingSession(PeerSocket socket, NodeServices services, NodeMessage.Challenge challenge) {
        this.socket = socket;
        this.services = services;
        this.messages = new TokenBucket(services.clock(), MESSAGES, MESSAGES * BURST_SECONDS);
        this.state = new ServingState.Challenged(challenge);
        this.lastHeard = services.clock().nanoTime();
    }

    /** Takes over a socket that was just opened. */
    static void start(PeerSocket socket, NodeServices services) {
        NodeMessage.Challenge challenge = new NodeMessage.Challenge(
                services.node().id(), NodeClaim.nonce(services.secrets().bytes(NodeClaim.NONCE_BYTES)));
        ServingSession session = new ServingSession(socket, services, challenge);
        socket.read(session, 0);
        socket.after(PROOF, session::onDeadline);
        socket.sendText(challenge.text());
    }

    @Override
    public void text(byte[] message) throws ProtocolException {
        lastHeard = services.clock().nanoTime();
        control(message.length);
        if (state instanceof ServingState.Serving serving) {
            Optional<ToAgent> decoded = MessageDecoder.toAgent(message);
            if (decoded.isPresent()) {
                serving.stream().message(decoded.get());
            }
        } else if (state instanceof ServingState.Challenged challenged) {
            proved(challenged.challenge(), NodeMessage.Pull.read(message));
        }
    }

    @Override
    public void binary(List<ByteBuf> parts) throws ProtocolException {
        throw new ProtocolException(CloseReason.UNSUPPORTED, "a node that pulls sends no media");
    }

    @Override
    public void control(int bytes) throws ProtocolException {
        if (!messages.take(1)) {
            throw new ProtocolException(CloseReason.BUSY, "over the rate");
        }
    }

    @Override
    public void closed() {
        if (state instanceof ServingState.Serving serving) {
            serving.stream().close();
        }
        state = new ServingState.Ended();
    }

    private void proved(NodeMessage.Challenge challenge, NodeMessage.Pull pull) {
        NodeClaim claim = new NodeClaim(
                pull.serverKey(),
                challenge.node(),
                challenge.nonce(),
                pull.node(),
                pull.nonce(),
                pull.camera(),
                pull.epoch());
        boolean isOfCluster =
                services.ownKeys().test(pull.serverKey()) && services.secret().isOfClient(claim, pull.proof());
        if (!isOfCluster) {
            services.errors()
                    .warn(
                            "A node was refused: its cluster.secret is another one, or something stands between the nodes");
            end(CloseReason.NOT_AUTHENTIC);
            return;
        }
        Optional<LiveStream> stream = services.streams().known(pull.camera()).filter(LiveStream::isPublishedHere);
        if (stream.isEmpty()) {
            // It has ended or moved; the other node looks it up again.
            end(CloseReason.RESTARTING);
            return;
        }
        socket.sendText(new NodeMessage.Accepted(services.secret().ofServer(claim)).text());
        state = new ServingState.Serving(ServedStream.start(socket, stream.get(), services));
        socket.every(Duration.ofSeconds(1), this::checkSilence);
    }

    private void checkSilence() {
        if (services.clock().nanoTime() - lastHeard > SILENCE.toNanos()) {
            end(CloseReason.TIMEOUT);
        }
    }

    private void onDeadline() {
        if (state instanceof ServingState.Challenged) {
            end(CloseReason.TIMEOUT);
        }
    }

    private void end(CloseReason reason) {
        closed();
        socket.close(reason);
    }
}
