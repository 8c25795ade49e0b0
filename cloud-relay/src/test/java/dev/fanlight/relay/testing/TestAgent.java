package dev.fanlight.relay.testing;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Fingerprint;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge.Context;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp9Config;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.relay.bench.camera.AgentProof;
import dev.fanlight.relay.store.Invitations.Invitation;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** An agent made of the shared module and a WebSocket client that trusts the relay’s authority only. */
public final class TestAgent extends TestPeer {

    public static final long EPOCH = 77;
    private static final int FRAGMENT = 64 * 1024;

    private boolean webPki;
    private volatile String relayName = "";

    private TestAgent(ClientWebSocket socket) {
        super(socket);
        socket.textMessageHandler(text -> onText(text));
    }

    public static TestAgent connect(WebSocketClient client, int port) {
        TestAgent agent = new TestAgent(client.webSocket());
        agent.connect(new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setSsl(true)
                .setURI(SocketPath.AGENT_PATH)
                .setAllowOriginHeader(false));
        return agent;
    }

    /** A page of the relay at {@code origin} that publishes: it is not challenged, and presents a publish key. */
    public static TestAgent page(WebSocketClient client, int port, String origin) {
        TestAgent page = new TestAgent(client.webSocket());
        page.connect(new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(SocketPath.PUBLISH_PATH)
                .addHeader("Origin", origin));
        return page;
    }

    /** Sends a whole media message in one frame, as some browsers do. */
    public void sendWhole(byte[] media) {
        socket.writeFrame(WebSocketFrame.binaryFrame(Buffer.buffer(media), true));
    }

    private void onText(String text) {
        try {
            ToAgent message = MessageDecoder.toAgent(text.getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            if (message instanceof TimeRequest request) {
                long now = System.currentTimeMillis() * 1000;
                send(new TimeReply(request.t0(), now, now));
            }
            if (message instanceof Challenge challenge) {
                relayName = challenge.relay();
            }
            received.add(message);
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
    }

    /** From now on it signs that it saw a certificate which the system’s authorities vouch for. */
    public TestAgent byWebPki() {
        webPki = true;
        return this;
    }

    /** What it signs about the server. */
    private String namedKey() {
        return webPki ? ServerKey.WEBPKI.text() : serverKey();
    }

    /** What the relay called itself. */
    public String relayName() {
        return relayName;
    }

    /** The key that the server showed. */
    public String serverKey() {
        try {
            return ServerKey.of(socket.peerCertificates().get(0).getPublicKey()).text();
        } catch (SSLPeerUnverifiedException e) {
            throw new AssertionError(e);
        }
    }

    public String join(Invitation invitation, DeviceKey key) {
        return joined(joinMessage(invitation.code(), invitation.secret(), key));
    }

    public void sendJoin(String code, String secret, DeviceKey key) {
        send(joinMessage(code, secret, key));
    }

    /** Asks for the owner’s approval. */
    public void sendEnroll(DeviceKey key, String host) {
        Challenge challenge = expect(Challenge.class);
        String subject = Fingerprint.ofBase64(key.publicKey()).hex();
        String signature = proof(key, namedKey()).sign(Context.ENROLL, challenge, subject);
        send(new Enroll(key.publicKey(), namedKey(), signature, "test", host));
    }

    public Join joinMessage(String code, String secret, DeviceKey key) {
        return proof(key, namedKey()).join(expect(Challenge.class), code, secret);
    }

    public String joined(Join message) {
        send(message);
        String device = expect(Joined.class).device();
        assertClosed(1000, "done");
        return device;
    }

    public Authenticate authenticate(String device, DeviceKey key) {
        Authenticate answer = answer(device, key, namedKey());
        send(answer);
        return answer;
    }

    public Authenticate answer(String device, DeviceKey key, String serverKey) {
        return proof(key, serverKey).authenticate(expect(Challenge.class), device);
    }

    private static AgentProof proof(DeviceKey key, String serverKey) {
        return new AgentProof(key, new ServerKey(serverKey), "test");
    }

    public void announce() {
        send(new Tracks(
                EPOCH,
                List.of(Track.of(
                        0,
                        "main",
                        new Vp9Config("vp09.00.10.08", Optional.empty()),
                        VideoShape.of(640, 360).withFrameRate(30)))));
        send(new Source(SourceState.LIVE, Optional.empty()));
    }

    /** Sends a frame whose payload is {@code size} bytes that depend on its number. */
    public void frame(long sequence, boolean key, int size) {
        sendMedia(media(sequence, key, size));
    }

    /** Sends a whole media message, in frames as large as may be. */
    public void sendMedia(byte[] media) {
        Buffer message = Buffer.buffer(media);
        if (message.length() <= FRAGMENT) {
            socket.writeFrame(WebSocketFrame.binaryFrame(message, true));
            return;
        }
        for (int from = 0; from < message.length(); from += FRAGMENT) {
            int to = Math.min(message.length(), from + FRAGMENT);
            boolean last = to == message.length();
            Buffer part = message.getBuffer(from, to);
            socket.writeFrame(
                    from == 0 ? WebSocketFrame.binaryFrame(part, last) : WebSocketFrame.continuationFrame(part, last));
        }
    }

    public static byte[] media(long sequence, boolean key, int size) {
        MediaHeader header = new MediaHeader(
                MediaKind.VIDEO,
                key ? MediaHeader.KEY : 0,
                0,
                0,
                sequence,
                System.currentTimeMillis() * 1000,
                EPOCH,
                0);
        ByteBuffer buffer = ByteBuffer.allocate(MediaCodec.HEADER_BYTES + size);
        MediaCodec.write(header, buffer);
        while (buffer.hasRemaining()) {
            buffer.put((byte) (sequence * 31 + buffer.position()));
        }
        return buffer.array();
    }
}
