package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.cli.AgentCommand;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.InterceptingProxy;
import dev.fanlight.agent.testing.RecordedEvents;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.SystemTrust;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.cli.Cli;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.testing.Await;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Somebody sits between agent and relay with another certificate and writes down what they hear inside TLS: no secret
 * (threat 9). What they hear when a public authority gave them a certificate for the relay’s name is written down here, too.
 */
@Timeout(120)
class InterceptionScenarioTest {

    private static final String CODE = "abcdefgh";
    private static final String SECRET = "abcdefghijklmnop";
    private static final String DEVICE = "device-1";
    private static final TestAuthority authority = TestAuthority.shared();
    private static final TestAuthority stranger = TestAuthority.stranger();

    @TempDir
    private Path folder;

    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(0));
    private final InterceptingProxy middleman =
            new InterceptingProxy(stranger, relay.uri().port());

    @AfterEach
    void close() {
        middleman.close();
        relay.close();
    }

    private int agent(String... arguments) {
        CommandLine line = Cli.of(new AgentCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private int join(String pin) {
        return agent(
                "join",
                uri() + "/#1." + pin + "." + CODE + "." + SECRET,
                "--state",
                folder.resolve("state").toString(),
                "--set",
                "network.connect_timeout=5s");
    }

    private RelayUrl uri() {
        return RelayUrl.parse("wss://localhost:" + middleman.port());
    }

    private DeviceIdentity identity(String pin) {
        return new DeviceIdentity(uri(), pin, DEVICE, "front", key);
    }

    private FanlightAgent run(String pin, RecordedEvents events) {
        return FanlightAgent.builder()
                .identity(identity(pin))
                .source("test")
                .set(AgentSettings.CONNECT_TIMEOUT, "5s")
                .listener(events)
                .build()
                .start();
    }

    /** No byte inside TLS is less than any secret; a handshake was not even completed. */
    private void assertNothingWasHeard() {
        assertThat(middleman.connections.get()).isPositive();
        assertThat(middleman.handshakes.get()).isZero();
        assertThat(middleman.heard()).isEmpty();
        assertThat(relay.peers).isEmpty();
    }

    @Test
    void joiningWithAPinSaysNothingToAnotherCertificateAndEnds() {
        assertThat(join(authority.pin())).isEqualTo(ExitCode.WRONG_RELAY);
        assertThat(err.toString())
                .contains("is not the relay of the join link")
                .contains("Nothing was sent")
                .doesNotContain("\tat ");
        assertNothingWasHeard();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void joiningByPublicAuthoritiesSaysNothingToACertificateOfNoneOfThemAndEnds() {
        try (SystemTrust trust = new SystemTrust(authority)) {
            assertThat(trust).isNotNull();
            assertThat(join("webpki")).isEqualTo(ExitCode.NOT_ALLOWED);
        }
        assertThat(err.toString()).contains("is not trusted here").doesNotContain("\tat ");
        assertNothingWasHeard();
    }

    @Test
    void streamingWithAPinSaysNothingToAnotherCertificateAndEndsWithoutAnotherTry() {
        new IdentityStore(folder).save(identity(authority.pin()));
        assertThat(agent("run", "--source", "test", "--state", folder.toString()))
                .isEqualTo(ExitCode.WRONG_RELAY);
        assertThat(err.toString())
                .contains("is not the relay that was joined")
                .contains("Nothing was sent")
                .doesNotContain("\tat ");
        assertNothingWasHeard();
        assertThat(middleman.connections.get()).as("no second try").isEqualTo(1);
    }

    @Test
    void streamingByPublicAuthoritiesSaysNothingToACertificateOfNoneOfThemAndWaitsForABetterOne() {
        RecordedEvents events = new RecordedEvents();
        try (SystemTrust trust = new SystemTrust(authority);
                FanlightAgent agent = run("webpki", events)) {
            assertThat(trust).isNotNull();
            Await.until("three tries", () -> events.count("waiting") >= 3);
            assertThat(agent.droppedFrames()).isZero();
        }
        assertThat(events.events)
                .anyMatch(event -> event.contains("is not trusted here"))
                .noneMatch(event -> event.startsWith("connected"));
        assertNothingWasHeard();
    }

    /**
     * The limit of public authorities: whoever has a certificate of one for the relay’s name can stand in between and listen.
     * Even they do not get the private key, and what the agent signs says that it saw no key of the relay itself: a relay that
     * agents reach without a proxy refuses it.
     */
    @Test
    void aCertificateOfAPublicAuthorityLetsListenButTheSignatureIsBoundToThat() {
        RecordedEvents events = new RecordedEvents();
        try (SystemTrust trust = new SystemTrust(stranger);
                FanlightAgent agent = run("webpki", events)) {
            assertThat(trust).isNotNull();
            Authenticate answer = relay.authenticated(0);
            assertThat(answer.serverKey()).isEqualTo("webpki");
            assertThat(DeviceKey.verify(key.publicKey(), signed(ServerKey.WEBPKI), answer.signature()))
                    .isTrue();
            assertThat(DeviceKey.verify(key.publicKey(), signed(authority.serverKey()), answer.signature()))
                    .isFalse();
            assertThat(agent.droppedFrames()).isZero();
        }
        assertThat(middleman.heard())
                .contains(DEVICE, "\"signature\"")
                .doesNotContain(Base64.getEncoder().encodeToString(key.privateKeyBytes()));
    }

    /** Shows that the ear of these tests hears secrets where there are any. */
    @Test
    void aJoinLinkThatPinsTheMiddlemanIsHeardInFull() {
        relay.onConnect(peer -> {
            peer.challenge();
            answer(peer);
        });
        assertThat(join(stranger.pin())).isZero();
        assertThat(middleman.heard()).contains(CODE, SECRET, "\"signature\"", "\"public_key\"");
    }

    private static void answer(RelayPeer peer) {
        Thread waiter = new Thread(() -> {
            Await.until("join", () -> peer.first(Join.class) != null);
            peer.send(new Joined(DEVICE, "front"));
        });
        waiter.setDaemon(true);
        waiter.start();
    }

    private static SignedChallenge signed(ServerKey seen) {
        return new SignedChallenge(
                SignedChallenge.Context.AUTHENTICATE, "test relay", seen, DEVICE, RelayPeer.nonce(), RelayPeer.TIME);
    }
}
