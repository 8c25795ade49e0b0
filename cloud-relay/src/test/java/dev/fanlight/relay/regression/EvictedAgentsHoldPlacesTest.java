package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RawSocket;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sockets of agents that lost their place before they showed who they are stayed counted until they answered the close frame. One
 * address that did not answer so took all sockets that agents may have.
 */
class EvictedAgentsHoldPlacesTest {

    private static final RelayTimeouts STANDARD = RelayTimeouts.STANDARD;
    private static final Duration LONG = Duration.ofMinutes(1);

    /** More than the cameras of the test and all that have not shown who they are. */
    private static final int SOCKETS = 300;

    private static final int BUSY = 1013;

    @TempDir
    private Path temp;

    @Test
    void agentGetsInBesideAnAddressThatAnswersNoCloseFrame() throws IOException {
        try (TestRelay relay = TestRelay.start(temp.resolve("state"), 2, patient())) {
            TestRelay.TestCamera camera = relay.invite("front");
            List<RawSocket> flood = new ArrayList<>();
            try {
                flood(relay, flood);
                TestAgent agent = relay.publishing(camera);
                assertThat(agent.isClosed()).isFalse();
                assertThat(closeCode(flood.get(0))).isEqualTo(BUSY);
            } finally {
                for (RawSocket socket : flood) {
                    socket.close();
                }
            }
        }
    }

    private static void flood(TestRelay relay, List<RawSocket> sockets) throws IOException {
        LooseTls tls = new LooseTls();
        InetAddress from = InetAddress.getByName("127.0.0.66");
        for (int i = 0; i < SOCKETS; i++) {
            sockets.add(
                    new RawSocket(tls.connect(relay.server().port(), from), "localhost", SocketPath.AGENT_PATH, ""));
        }
    }

    private static int closeCode(RawSocket socket) throws IOException {
        RawSocket.Frame frame = socket.read();
        while (frame.opcode() != RawSocket.CLOSE) {
            frame = socket.read();
        }
        return frame.closeCode();
    }

    /** Waits for the answer to a close frame, and for a proof, longer than the test takes. */
    private static RelayTimeouts patient() {
        RelayTimeouts.Connections connections = STANDARD.connections();
        return new RelayTimeouts(
                new RelayTimeouts.Connections(
                        connections.handshake(), connections.request(), connections.answer(), connections.idle(), LONG),
                new RelayTimeouts.Agents(
                        LONG,
                        STANDARD.agents().silence(),
                        STANDARD.agents().timeRequest(),
                        STANDARD.agents().head()),
                STANDARD.viewers(),
                STANDARD.stop());
    }
}
