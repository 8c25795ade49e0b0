package dev.fanlight.relay.testing;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Secrets;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;

/** Tries join codes, each with a good signature, so that nothing but the secret is wrong. */
public final class CodeGuesser extends SocketGuesser {

    private static final int CODE_BITS = 40;
    private static final int SECRET_BITS = 80;

    private final SecureRandom random = new SecureRandom();
    private final Secrets secrets = new Secrets(random);
    private final DeviceKey key = DeviceKey.generate(random);
    private final LooseTls tls = new LooseTls();
    private final int port;
    private final String serverKey;

    public CodeGuesser(int port, String serverKey) {
        this.port = port;
        this.serverKey = serverKey;
    }

    @Override
    public Socket dial(InetAddress from) throws IOException {
        return tls.connect(port, from);
    }

    @Override
    public RawSocket upgrade(Socket line) throws IOException {
        return new RawSocket(line, "localhost", SocketPath.AGENT_PATH, "");
    }

    @Override
    public void say(RawSocket socket) throws IOException, ProtocolException {
        Challenge challenge =
                (Challenge) MessageDecoder.toAgent(socket.read().payload()).orElseThrow();
        String code = secrets.base32(CODE_BITS);
        SignedChallenge signed = new SignedChallenge(
                SignedChallenge.Context.JOIN,
                challenge.relay(),
                new ServerKey(serverKey),
                code,
                challenge.nonce(),
                challenge.time());
        socket.sendText(MessageEncoder.encode(
                new Join(code, secrets.base32(SECRET_BITS), key.publicKey(), serverKey, key.sign(signed), "test")));
    }

    @Override
    public boolean isHit(String text) {
        return text.contains("\"joined\"");
    }
}
