package dev.fanlight.relay.node;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.protocol.codec.json.JsonReader;
import dev.fanlight.relay.cluster.Lease;
import dev.fanlight.relay.socket.MessageAssembler;
import dev.fanlight.relay.socket.MessageReceiver;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * A socket to the node that has a stream: proofs of both, then the stream. Its loop only, but for {@link #send} and {@link #close}; it is
 * closed when the other node is silent for too long.
 */
final class PullLink implements MessageReceiver {

    /** What sockets are sent that the one of a node does not need. */
    private static final Set<String> PASSED_OVER = Set.of("reconnect", "goodbye");

    private final Context loop;
    private final NodeServices services;
    private final CameraName camera;
    private final Lease lease;
    private final Runnable onClosed;
    private final PulledStream stream;
    private PullState state = new PullState.Dialing();
    private long lastHeard;

    PullLink(Context loop, NodeServices services, CameraName camera, Lease lease, Runnable onClosed) {
        this.loop = loop;
        this.services = services;
        this.camera = camera;
        this.lease = lease;
        this.onClosed = onClosed;
        this.stream = new PulledStream(this, services);
        this.lastHeard = services.clock().nanoTime();
    }

    /** The lease of the node that it pulls from. */
    Lease lease() {
        return lease;
    }

    /** Takes over a socket that was just opened. */
    void opened(WebSocket socket) {
        if (state instanceof PullState.Closed) {
            close(socket);
            return;
        }
        Optional<String> key = serverKey(socket);
        if (key.isEmpty()) {
            close(socket);
            failed();
            return;
        }
        state = new PullState.Awaiting(socket, key.get());
        MessageAssembler assembler =
                new MessageAssembler(this, WireLimits.MAX_CONTROL_BYTES, WireLimits.MAX_MEDIA_BYTES);
        socket.frameHandler(frame -> accept(assembler, frame));
        socket.closeHandler(ended -> end());
        socket.exceptionHandler(e -> end());
    }

    private void accept(MessageAssembler assembler, WebSocketFrame frame) {
        if (state instanceof PullState.Closed) {
            // What was on its way when this side gave the link up.
            return;
        }
        try {
            assembler.accept(frame);
        } catch (ProtocolException e) {
            services.errors().warn("Another node has sent what this one does not understand");
            end();
        }
    }

    /** There is no socket. */
    void failed() {
        end();
    }

    /** To be called every second: asks for the time, and ends a link on which nothing arrives. */
    void tick() {
        if (services.clock().nanoTime() - lastHeard > ServingSession.SILENCE.toNanos()) {
            end();
        } else if (state instanceof PullState.Pulling pulling) {
            write(pulling.socket(), stream.timeRequest());
        }
    }

    /** Sends a message while the stream is pulled. Any thread. */
    void send(Message message) {
        loop.runOnContext(ignored -> {
            if (state instanceof PullState.Pulling pulling) {
                write(pulling.socket(), message);
            }
        });
    }

    /** Ends it. Any thread. */
    void close() {
        loop.runOnContext(ignored -> end());
    }

    @Override
    public void text(byte[] message) throws ProtocolException {
        lastHeard = services.clock().nanoTime();
        if (state instanceof PullState.Pulling) {
            received(message);
        } else if (state instanceof PullState.Awaiting awaiting) {
            challenged(awaiting, NodeMessage.Challenge.read(message));
        } else if (state instanceof PullState.Proving proving) {
            proved(proving, message);
        }
    }

    @Override
    public void binary(List<ByteBuf> parts) throws ProtocolException {
        lastHeard = services.clock().nanoTime();
        if (!(state instanceof PullState.Pulling)) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "no media before the proof");
        }
        stream.frame(parts);
    }

    @Override
    public void control(int bytes) {}

    @Override
    public void closed() {
        end();
    }

    private void received(byte[] message) throws ProtocolException {
        String type = JsonReader.read(message).string("type");
        if (type.equals(MessageType.VIEWERS.wireName())) {
            MessageDecoder.toPlayer(message).ifPresent(stream::viewers);
        } else if (!PASSED_OVER.contains(type)) {
            MessageDecoder.fromAgent(message).ifPresent(stream::message);
        }
    }

    private void challenged(PullState.Awaiting awaiting, NodeMessage.Challenge challenge) {
        NodeClaim claim = new NodeClaim(
                awaiting.serverKey(),
                challenge.node(),
                challenge.nonce(),
                services.node().id(),
                NodeClaim.nonce(services.secrets().bytes(NodeClaim.NONCE_BYTES)),
                camera,
                lease.epoch());
        if (!challenge.node().equals(lease.holder().id())) {
            // It was started again, and has not what its predecessor had.
            end();
            return;
        }
        NodeMessage.Pull pull = new NodeMessage.Pull(
                claim.client(),
                claim.clientNonce(),
                claim.serverKey(),
                camera,
                lease.epoch(),
                services.secret().ofClient(claim));
        state = new PullState.Proving(awaiting.socket(), claim);
        var unused = awaiting.socket().writeTextMessage(pull.text());
    }

    /** The other node says goodbye when its stream has ended or moved meanwhile, and closes. */
    private void proved(PullState.Proving proving, byte[] message) throws ProtocolException {
        if (!PASSED_OVER.contains(JsonReader.read(message).string("type"))) {
            accepted(proving, NodeMessage.Accepted.read(message));
        }
    }

    private void accepted(PullState.Proving proving, NodeMessage.Accepted accepted) {
        if (!services.secret().isOfServer(proving.claim(), accepted.proof())) {
            services.errors()
                    .warn("A node could not prove that it belongs to the cluster: its cluster.secret is another one, or"
                            + " something stands between the nodes");
            end();
            return;
        }
        state = new PullState.Pulling(proving.socket());
        if (!stream.open(camera)) {
            end();
            return;
        }
        tick();
    }

    private void end() {
        PullState before = state;
        state = new PullState.Closed();
        if (before instanceof PullState.Closed) {
            return;
        }
        before.open().ifPresent(PullLink::close);
        stream.close();
        onClosed.run();
    }

    private static void close(WebSocket socket) {
        var unused = socket.close();
    }

    private static void write(WebSocket socket, Message message) {
        var unused = socket.writeTextMessage(MessageEncoder.encode(message));
    }

    private static Optional<String> serverKey(WebSocket socket) {
        try {
            return Optional.of(ServerKey.of(socket.peerCertificates().get(0).getPublicKey())
                    .text());
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
