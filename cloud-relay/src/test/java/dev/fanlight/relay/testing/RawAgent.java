package dev.fanlight.relay.testing;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Fingerprint;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge.Context;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.relay.bench.camera.AgentProof;
import java.io.IOException;
import java.net.InetAddress;

/** An agent at an address of the test’s choice, which shows the relay’s challenge what the test wants. */
public final class RawAgent implements AutoCloseable {

    private static final LooseTls TLS = new LooseTls();

    private final RawSocket socket;
    private final Challenge challenge;
    private final AgentProof proof;

    private RawAgent(RawSocket socket, Challenge challenge, AgentProof proof) {
        this.socket = socket;
        this.challenge = challenge;
        this.proof = proof;
    }

    /** Connects and is challenged; {@code serverKey} is what it signs about the server. */
    public static RawAgent connect(int port, String from, DeviceKey key, String serverKey) throws IOException {
        RawSocket socket =
                new RawSocket(TLS.connect(port, InetAddress.getByName(from)), "localhost", SocketPath.AGENT_PATH, "");
        try {
            Challenge challenge =
                    (Challenge) MessageDecoder.toAgent(socket.read().payload()).orElseThrow();
            return new RawAgent(socket, challenge, new AgentProof(key, new ServerKey(serverKey), "test"));
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
    }

    /** Authenticates; returns the text of the next message. */
    public String authenticate(String device) throws IOException {
        socket.sendText(MessageEncoder.encode(proof.authenticate(challenge, device)));
        return socket.read().text();
    }

    /** Asks for the owner’s approval; returns the text of the next message. */
    public String enroll(String host) throws IOException {
        String subject = Fingerprint.ofBase64(proof.key().publicKey()).hex();
        String signature = proof.sign(Context.ENROLL, challenge, subject);
        socket.sendText(MessageEncoder.encode(
                new Enroll(proof.key().publicKey(), proof.seen().text(), signature, "test", host)));
        return socket.read().text();
    }

    public RawSocket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
