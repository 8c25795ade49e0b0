package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.cli.AgentCommand;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.cli.Cli;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code fanlight-agent join} as people run it, against real TLS servers. */
class JoinScenarioTest {

    private static final String CODE = "abcdefgh";
    private static final String SECRET = "abcdefghijklmnop";
    private static final TestAuthority authority = TestAuthority.shared();
    private static final TestAuthority stranger = TestAuthority.stranger();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Path state() {
        return folder.resolve("state");
    }

    private int agent(String... arguments) {
        CommandLine line = Cli.of(new AgentCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    /** With more time than any of it takes on a busy machine. */
    private int join(int port, String pin) {
        return join(port, pin, "30s");
    }

    private int join(int port, String pin, String limit) {
        return agent(
                "join",
                "wss://localhost:" + port + "/#1." + pin + "." + CODE + "." + SECRET,
                "--state",
                state().toString(),
                "--set",
                "network.connect_timeout=" + limit);
    }

    @Test
    void tradesTheCodeForARegistrationOfAKeyThatStaysHere() throws IOException {
        try (FakeRelay relay = new FakeRelay(authority, FakeRelay.joining())) {
            assertThat(join(relay.uri().port(), authority.pin()))
                    .as(err.toString())
                    .isZero();
            Join message = relay.peer(0).first(Join.class);
            SignedChallenge challenge = new SignedChallenge(
                    SignedChallenge.Context.JOIN,
                    "test relay",
                    authority.serverKey(),
                    CODE,
                    RelayPeer.nonce(),
                    RelayPeer.TIME);
            assertThat(message.code()).isEqualTo(CODE);
            assertThat(message.secret()).isEqualTo(SECRET);
            assertThat(DeviceKey.verify(message.publicKey(), challenge, message.signature()))
                    .isTrue();
            DeviceIdentity identity = new IdentityStore(state()).load().orElseThrow();
            assertThat(identity.device()).isEqualTo("device-7");
            assertThat(identity.camera()).isEqualTo("front");
            assertThat(identity.relay()).isEqualTo(relay.uri());
            assertThat(identity.key().publicKey()).isEqualTo(message.publicKey());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state().resolve("identity.properties"))))
                .isEqualTo("rw-------");
        assertThat(out.toString()).contains("joined as \"front\"").contains("fanlight-agent run");
    }

    @Test
    void joiningTwiceNeedsForce() {
        try (FakeRelay relay = new FakeRelay(authority, FakeRelay.joining())) {
            int port = relay.uri().port();
            assertThat(join(port, authority.pin())).isZero();
            assertThat(join(port, authority.pin())).isEqualTo(4);
            assertThat(err.toString()).contains("already joined").contains("--force");
            assertThat(agent(
                            "join",
                            "--force",
                            "wss://localhost:" + port + "/#1." + authority.pin() + "." + CODE + "." + SECRET,
                            "--state",
                            state().toString()))
                    .isZero();
        }
    }

    @Test
    void toAStrangersCertificateNotOneByteIsSaid() {
        AtomicLong bytes = new AtomicLong();
        AtomicInteger handshakes = new AtomicInteger();
        Vertx vertx = Vertx.vertx();
        NetServer server = vertx.createNetServer(new NetServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PfxOptions()
                                .setPath(stranger.store().toString())
                                .setPassword(TestAuthority.PASSWORD)))
                .exceptionHandler(failure -> {})
                .connectHandler(socket -> {
                    handshakes.incrementAndGet();
                    socket.handler(buffer -> bytes.addAndGet(buffer.length()));
                });
        try {
            int port = server.listen(0, "localhost")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .actualPort();
            assertThat(join(port, authority.pin())).isEqualTo(78);
            assertThat(err.toString())
                    .contains("is not the relay of the join link")
                    .contains("Nothing was sent");
            assertThat(bytes.get()).isZero();
            assertThat(handshakes.get()).isZero();
            assertThat(join(port, stranger.pin(), "2s"))
                    .as("the same server, rightly pinned")
                    .isEqualTo(5);
            assertThat(bytes.get()).isPositive();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        assertThat(state()).doesNotExist();
    }

    @Test
    void aRefusedCodeIsSaidSo() {
        try (FakeRelay relay = new FakeRelay(authority, peer -> peer.close(CloseReason.CODE_REFUSED.code()))) {
            assertThat(join(relay.uri().port(), authority.pin()))
                    .as(() -> out.toString() + err)
                    .isEqualTo(4);
        }
        assertThat(err.toString()).contains("did not accept this code");
        assertThat(state()).doesNotExist();
    }

    @Test
    void anUnreachableRelayIsReported() throws IOException {
        assertThat(join(FreePort.next(), authority.pin())).isEqualTo(5);
        assertThat(err.toString()).contains("cannot be reached");
        assertThat(agent(
                        "join",
                        "wss://no-such-relay.invalid/#1.webpki." + CODE + "." + SECRET,
                        "--state",
                        state().toString()))
                .isEqualTo(5);
        assertThat(err.toString()).contains("no host named no-such-relay.invalid");
    }

    @Test
    void aRelayThatAcceptsNoMoreOfThisAddressIsAskedOnceAndLaterIsAdvised() {
        AtomicInteger requests = new AtomicInteger();
        Vertx vertx = Vertx.vertx();
        try {
            int port = refusing(vertx, 429, requests);
            assertThat(join(port, authority.pin())).isEqualTo(5);
            assertThat(err.toString()).contains("from this address for now. Try again in a minute.");
            assertThat(out.toString()).doesNotContain("Trying again");
            assertThat(requests).hasValue(1);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void aRelayThatRestartsIsAskedForEnrollmentAgainUntilTheRequestWasSent() {
        try (FakeRelay relay = new FakeRelay(authority, peer -> {})) {
            relay.onConnect(peer -> {
                if (relay.peers.size() == 1) {
                    peer.close(CloseReason.RESTARTING.code());
                } else {
                    closingAfterTheRequest(peer);
                }
            });
            assertThat(agent(
                            "join",
                            "wss://localhost:" + relay.uri().port(),
                            "--trust-on-first-use",
                            "--state",
                            state().toString()))
                    .isEqualTo(5);
            assertThat(relay.peers).hasSize(2);
        }
        assertThat(out.toString()).containsOnlyOnce("Trying again in 0.5 s.");
    }

    /** Takes the request and breaks off. */
    private static void closingAfterTheRequest(RelayPeer peer) {
        peer.challenge();
        Thread waiter = new Thread(() -> {
            Await.until("enroll", () -> peer.first(Enroll.class) != null);
            peer.close(CloseReason.RESTARTING.code());
        });
        waiter.setDaemon(true);
        waiter.start();
    }

    private static int refusing(Vertx vertx, int status, AtomicInteger requests) {
        HttpServer server = vertx.createHttpServer(new io.vertx.core.http.HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PfxOptions()
                                .setPath(authority.store().toString())
                                .setPassword(TestAuthority.PASSWORD)))
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    request.response().setStatusCode(status).end();
                });
        return server.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @Test
    void somethingElseThanARelayIsSaidSo() {
        Vertx vertx = Vertx.vertx();
        try {
            int port = refusing(vertx, 404, new AtomicInteger());
            assertThat(join(port, authority.pin())).isEqualTo(5);
            assertThat(err.toString()).contains("answers, but not as a relay (HTTP 404)");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void aCertificateThatNoAuthorityVouchesForIsRefusedWithoutPin() {
        try (FakeRelay relay = new FakeRelay(authority, FakeRelay.joining())) {
            assertThat(join(relay.uri().port(), "webpki")).isEqualTo(4);
            assertThat(relay.peers).isEmpty();
        }
        assertThat(err.toString()).contains("is not trusted here");
    }

    @Test
    void aRelayThatSendsNothingIsAbandoned() {
        try (FakeRelay relay = new FakeRelay(authority, peer -> {})) {
            assertThat(agent(
                            "join",
                            "wss://localhost:" + relay.uri().port() + "/#1." + authority.pin() + "." + CODE + "."
                                    + SECRET,
                            "--state",
                            state().toString(),
                            "--set",
                            "network.connect_timeout=1s"))
                    .isEqualTo(5);
        }
        assertThat(err.toString()).contains("did not answer in time");
    }

    @Test
    void aMistypedLinkIsAQuestionOfTheCommandLine() {
        assertThat(agent("join", "http://relay/", "--state", state().toString()))
                .isEqualTo(2);
        assertThat(agent("join", "wss://relay/#1.webpki." + CODE, "--state", state().toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("incomplete");
    }
}
