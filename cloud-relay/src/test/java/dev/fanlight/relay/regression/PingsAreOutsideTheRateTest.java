package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.testing.LooseTls;
import dev.fanlight.relay.testing.RawSocket;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.WithRelay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only messages counted: a peer could send pings and pongs without an end, 5 GB in 12 s. */
class PingsAreOutsideTheRateTest {

    private static final int BUSY = 1013;
    private static final int MANY = 2_000;

    @WithRelay
    private TestRelay relay;

    @ParameterizedTest
    @ValueSource(ints = {RawSocket.PING, RawSocket.PONG})
    void playerThatPingsTooFastIsClosed(int opcode) throws IOException {
        try (RawSocket socket = player()) {
            assertThat(codeOf(socket, opcode)).isEqualTo(BUSY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {RawSocket.PING, RawSocket.PONG})
    void agentThatPingsTooFastIsClosed(int opcode) throws IOException {
        try (RawSocket socket =
                new RawSocket(new LooseTls().connect(relay.server().port()), "localhost", SocketPath.AGENT_PATH, "")) {
            assertThat(codeOf(socket, opcode)).isEqualTo(BUSY);
        }
    }

    @Test
    void fewPingsAreAnswered() throws IOException {
        try (RawSocket socket = player()) {
            for (int i = 0; i < 10; i++) {
                assertThat(socket.settle()).isEmpty();
            }
        }
    }

    private static int codeOf(RawSocket socket, int opcode) throws IOException {
        try {
            for (int i = 0; i < MANY; i++) {
                socket.send(0x80 | opcode, new byte[125], true);
            }
        } catch (SocketException | javax.net.ssl.SSLException e) {
            // Closed already; why is read below.
        }
        while (true) {
            RawSocket.Frame frame = socket.read();
            if (frame.opcode() == RawSocket.CLOSE) {
                return frame.closeCode();
            }
        }
    }

    private RawSocket player() throws IOException {
        String host = "127.0.0.1:" + relay.plainPort();
        return new RawSocket(
                new Socket(InetAddress.getLoopbackAddress(), relay.plainPort()),
                host,
                SocketPath.VIEW_PATH,
                "Origin: http://" + host + "\r\n");
    }
}
