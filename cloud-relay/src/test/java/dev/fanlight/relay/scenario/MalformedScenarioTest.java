package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.SocketPath;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.relay.testing.LeakWatch;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.Mutations;
import dev.fanlight.relay.testing.RawSocket;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ruined messages to each side, ten thousand in the soak test: every socket that is closed is closed with a reason, and nobody else notices. */
@Soak
class MalformedScenarioTest {

    private static final int COUNT = TestScale.of(1_000, 10_000);
    private static final int EVERY = 25;
    private static final long FRAME_INTERVAL_NANOS = 20_000_000;
    private static final Set<Integer> REASONS =
            Set.of(1000, 1002, 1003, 1005, 1007, 1009, 1013, 4401, 4403, 4404, 4408);

    @WithRelay
    private TestRelay relay;

    private final long seed = Long.getLong("fanlight.seed", System.nanoTime());
    private final Mutations mutations = new Mutations(seed);
    private final Map<Integer, Integer> ends = new HashMap<>();
    private TestCamera camera;
    private TestAgent agent;
    private TestViewer bystander;
    private long frames;
    private long lastFrame;

    @BeforeEach
    void start() {
        System.out.println("seed " + seed + " (-Dfanlight.seed=)");
        camera = relay.invite("front");
        agent = relay.publishing(camera);
        bystander = relay.watching(camera);
        agent.announce();
        bystander.expect(Tracks.class);
    }

    @Test
    void playersMaySendAnything() throws IOException {
        List<String> usual = List.of(
                "{\"type\":\"watch\",\"camera\":\"front\",\"key\":\"" + camera.watchKey() + "\"}",
                "{\"type\":\"chat_send\",\"client_id\":\"abcdefgh\",\"text\":\"hello\"}",
                "{\"type\":\"rename\",\"name\":\"somebody\"}",
                "{\"type\":\"time_request\",\"t0\":12345}",
                "{\"type\":\"ack\",\"track\":0,\"sequence\":17}");
        try (LeakWatch leaks = new LeakWatch()) {
            for (int sent = 0; sent < COUNT; ) {
                try (RawSocket socket = player()) {
                    if (mutations.nextInt(2) == 0) {
                        socket.sendText(usual.get(0));
                    }
                    sent += abuse(
                            socket,
                            usual.stream().map(MalformedScenarioTest::bytes).toList());
                }
            }
            assertNoViewerNoticed(leaks);
        }
    }

    @Test
    void agentsMaySendAnything() throws IOException, ProtocolException {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        String device = relay.agent().join(relay.invite("back").invitation(), key);
        LooseTls tls = new LooseTls();
        List<byte[]> usual = List.of(
                bytes(
                        "{\"type\":\"tracks\",\"epoch\":77,\"tracks\":[{\"id\":0,\"kind\":\"video\",\"codec\":\"avc1.42C01F\","
                                + "\"config\":\"AQID\",\"name\":\"main\"}]}"),
                bytes("{\"type\":\"source\",\"state\":\"live\"}"),
                bytes("{\"type\":\"time_reply\",\"t0\":1,\"t1\":2,\"t2\":3}"),
                bytes("{\"type\":\"time_request\",\"t0\":12345}"),
                TestAgent.media(0, true, 500),
                TestAgent.media(1, false, 60_000));
        try (LeakWatch leaks = new LeakWatch()) {
            for (int sent = 0; sent < COUNT; ) {
                try (RawSocket socket = agentSocket(tls)) {
                    if (mutations.nextInt(2) == 0) {
                        authenticate(socket, device, key);
                        socket.send(0x80 | RawSocket.TEXT, usual.get(0), true);
                    }
                    sent += abuse(socket, usual);
                }
            }
            assertNoViewerNoticed(leaks);
        }
    }

    /** Sends ruined messages until the socket is closed, at most {@link #EVERY}, and sometimes leaves in the middle of one. */
    private int abuse(RawSocket socket, List<byte[]> usual) throws IOException {
        for (int i = 1; i <= EVERY; i++) {
            byte[] message = usual.get(mutations.nextInt(usual.size()));
            int opcode = message[0] == '{' ? RawSocket.TEXT : RawSocket.BINARY;
            int first = mutations.firstByte(0x80 | opcode);
            if ((first & 0x0F) == RawSocket.CLOSE) {
                // The server echoes whatever code stands in a close frame (known of Vert.x).
                first = 0x80 | RawSocket.TEXT;
            }
            try {
                socket.send(first, mutations.ruin(message), mutations.masked());
            } catch (java.net.SocketException | javax.net.ssl.SSLException e) {
                ends.merge(1006, 1, Integer::sum);
                return i;
            }
            Optional<Integer> code = socket.settle();
            if (code.isPresent()) {
                ends.merge(code.get(), 1, Integer::sum);
                publishOne();
                return i;
            }
        }
        socket.raw(new byte[] {(byte) 0x81, (byte) 0xFE, 10});
        return EVERY;
    }

    private void publishOne() {
        if (System.nanoTime() - lastFrame < FRAME_INTERVAL_NANOS) {
            return;
        }
        lastFrame = System.nanoTime();
        agent.frame(frames, frames % 30 == 0, 200);
        frames++;
        bystander.expectFrames((int) frames);
    }

    private void assertNoViewerNoticed(LeakWatch leaks) {
        System.out.println("closed with " + ends);
        assertThat(bystander.sequences())
                .isEqualTo(LongStream.range(0, frames).boxed().toList());
        assertThat(bystander.corrupted()).isZero();
        assertThat(bystander.isClosed()).isFalse();
        assertThat(leaks.leaks()).isEmpty();
        assertThat(ends.keySet()).isSubsetOf(REASONS);
    }

    private RawSocket player() throws IOException {
        String host = "127.0.0.1:" + relay.plainPort();
        return new RawSocket(
                new Socket(InetAddress.getLoopbackAddress(), relay.plainPort()),
                host,
                SocketPath.VIEW_PATH,
                "Origin: http://" + host + "\r\n");
    }

    private RawSocket agentSocket(LooseTls tls) throws IOException {
        return new RawSocket(tls.connect(relay.server().port()), "localhost", SocketPath.AGENT_PATH, "");
    }

    private void authenticate(RawSocket socket, String device, DeviceKey key) throws IOException, ProtocolException {
        Challenge challenge =
                (Challenge) MessageDecoder.toAgent(socket.read().payload()).orElseThrow();
        SignedChallenge signed = new SignedChallenge(
                SignedChallenge.Context.AUTHENTICATE,
                challenge.relay(),
                new ServerKey(agent.serverKey()),
                device,
                challenge.nonce(),
                challenge.time());
        socket.sendText(MessageEncoder.encode(new Authenticate(device, agent.serverKey(), key.sign(signed), "test")));
        assertThat(socket.read().text()).contains("accepted");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
