package dev.fanlight.agent.uplink.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.agent.testing.TestTimeouts;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.testing.Await;
import io.vertx.core.Promise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RelaySocketTest {

    /** The kernel holds 4 MiB to send at most where nobody has told it otherwise. */
    private static final int MEBIBYTES_NO_BUFFER_HOLDS = 8;

    @Test
    void aClosedSocketTakesNothingMoreAndDoesNotComplain() throws Exception {
        try (FakeRelay relay = new FakeRelay(TestAuthority.shared(), peer -> {});
                EventLoop loop = new EventLoop(TestTimeouts.SHORT.stop())) {
            Dialer dialer = dialer(relay, loop);
            Promise<Boolean> full = Promise.promise();
            loop.vertx()
                    .runOnContext(nothing -> dialer.dial(Silent::new)
                            .map(silent -> {
                                silent.socket.close(CloseReason.DONE);
                                silent.socket.send(new TimeRequest(1));
                                silent.socket.sendMedia(new byte[100]);
                                silent.socket.close(CloseReason.TIMEOUT);
                                return silent.socket.isFull();
                            })
                            .onComplete(full));
            assertThat(full.future().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void theAnswerToAPingIsASignOfLife() throws Exception {
        try (FakeRelay relay = new FakeRelay(TestAuthority.shared(), peer -> {});
                EventLoop loop = new EventLoop(TestTimeouts.SHORT.stop())) {
            Silent silent = dialled(relay, loop);
            loop.vertx().runOnContext(nothing -> silent.socket.ping());
            Await.until("an answer", () -> silent.signs.get() > 0);
        }
    }

    @Test
    void aPeerThatTakesNothingIsLeftAllTheSame() throws Exception {
        try (FakeRelay relay = new FakeRelay(TestAuthority.shared(), RelayPeer::stopReading);
                EventLoop loop = new EventLoop(TestTimeouts.SHORT.stop())) {
            relay.receiveBuffer(16 * 1024);
            Silent silent = dialled(relay, loop);
            for (int i = 0; i < MEBIBYTES_NO_BUFFER_HOLDS; i++) {
                loop.vertx().runOnContext(nothing -> silent.socket.sendMedia(new byte[1 << 20]));
            }
            loop.vertx().runOnContext(nothing -> silent.socket.close(CloseReason.TIMEOUT));
            Await.until("the end", () -> silent.ends.get() == 1);
        }
    }

    @Test
    void ipv6AddressIsDialledAndStandsInBracketsInTheRequest() throws Exception {
        assumeTrue(hasIpv6(), "this computer has no IPv6 loopback");
        try (FakeRelay relay = new FakeRelay(TestAuthority.shared(), "::1", peer -> {});
                EventLoop loop = new EventLoop(TestTimeouts.SHORT.stop())) {
            dialled(relay, loop);
            // The server notes a connection after it has answered, when the client may be done already.
            relay.peer(0);
            assertThat(relay.hosts).containsExactly(relay.uri().authority());
            assertThat(relay.uri().authority()).startsWith("[::1]:");
        }
    }

    @Test
    void aConnectionThatIsClosedDuringTheHandshakeIsNoStrangeServer() throws Exception {
        try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EventLoop loop = new EventLoop(TestTimeouts.SHORT.stop())) {
            Thread server = new Thread(() -> closeFirst(closing), "closing-server");
            server.start();
            RelayAddress address = new RelayAddress(
                    new RelayUrl("localhost", closing.getLocalPort(), ""),
                    RelayTrust.of(TestAuthority.shared().pin()),
                    Duration.ofSeconds(20));
            Promise<Silent> open = Promise.promise();
            Dialer dialer = new Dialer(loop.vertx(), address, TestTimeouts.SHORT.connection());
            loop.vertx().runOnContext(nothing -> dialer.dial(Silent::new).onComplete(open));
            assertThat(open.future().toCompletionStage().toCompletableFuture())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfSatisfying(
                            UplinkException.class,
                            e -> assertThat(e.problem()).isEqualTo(UplinkException.Problem.UNREACHABLE))
                    .withMessageContaining("TLS was not negotiated");
            server.join();
        }
    }

    /** Reads the beginning of the handshake first, so that closing does not reset the connection. */
    private static void closeFirst(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            int unused = socket.getInputStream().read(new byte[4_096]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasIpv6() {
        byte[] loopback = new byte[16];
        loopback[15] = 1;
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByAddress(loopback))) {
            return any.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static Dialer dialer(FakeRelay relay, EventLoop loop) {
        RelayAddress address = new RelayAddress(
                relay.uri(), RelayTrust.of(TestAuthority.shared().pin()), Duration.ofSeconds(5));
        return new Dialer(loop.vertx(), address, TestTimeouts.SHORT.connection());
    }

    private static Silent dialled(FakeRelay relay, EventLoop loop) throws Exception {
        Dialer dialer = dialer(relay, loop);
        Promise<Silent> open = Promise.promise();
        loop.vertx().runOnContext(nothing -> dialer.dial(Silent::new).onComplete(open));
        return open.future().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private record Silent(RelaySocket socket, AtomicInteger signs, AtomicInteger ends) implements RelaySocket.Listener {

        @Override
        public void onMessage(ToAgent message) {}

        Silent(RelaySocket socket) {
            this(socket, new AtomicInteger(), new AtomicInteger());
        }

        @Override
        public void onSignOfLife() {
            signs.incrementAndGet();
        }

        @Override
        public void onRoom() {}

        @Override
        public void onEnd(SocketEnd end) {
            ends.incrementAndGet();
        }
    }
}
