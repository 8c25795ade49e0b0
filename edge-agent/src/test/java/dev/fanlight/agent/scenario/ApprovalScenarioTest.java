package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.cli.AgentCommand;
import dev.fanlight.agent.cli.AgentMain;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.SystemTrust;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.cli.Cli;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.Fingerprint;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code fanlight-agent join wss://HOST:PORT}: the owner approves in the browser. */
@Timeout(120)
class ApprovalScenarioTest {

    private static final String CODE = "BCDFGHJK";
    private static final Duration LIFETIME = Duration.ofMinutes(10);
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

    private int join(FakeRelay relay, String... options) {
        List<String> arguments = new ArrayList<>(List.of("join", relay.uri().toString()));
        arguments.addAll(List.of("--state", state().toString(), "--set", "network.connect_timeout=3s"));
        arguments.addAll(List.of(options));
        return agent(arguments.toArray(String[]::new));
    }

    /** A relay that says the code, and then what {@code answer} says. */
    private static Consumer<RelayPeer> asked(Duration lifetime, Consumer<RelayPeer> answer) {
        return peer -> {
            peer.challenge();
            Thread owner = new Thread(() -> {
                Await.until("enroll", () -> peer.first(Enroll.class) != null);
                peer.send(new Pending(CODE, lifetime));
                answer.accept(peer);
            });
            owner.setDaemon(true);
            owner.start();
        };
    }

    private static void approve(RelayPeer peer) {
        peer.send(new Joined("device-7", "front"));
    }

    private static void refuse(RelayPeer peer) {
        peer.send(new Goodbye("code_refused", Optional.empty()));
        peer.close(CloseReason.CODE_REFUSED.code());
    }

    private static boolean isProven(Enroll message, dev.fanlight.identity.ServerKey seen) {
        SignedChallenge challenge = new SignedChallenge(
                SignedChallenge.Context.ENROLL,
                "test relay",
                seen,
                Fingerprint.ofBase64(message.publicKey()).hex(),
                RelayPeer.nonce(),
                RelayPeer.TIME);
        return message.serverKey().equals(seen.text())
                && DeviceKey.verify(message.publicKey(), challenge, message.signature());
    }

    @Test
    void showsTheCodeAndTheWordsAndJoinsWhenTheOwnerApproves() {
        try (SystemTrust trust = new SystemTrust(authority);
                FakeRelay relay = new FakeRelay(authority, asked(LIFETIME, ApprovalScenarioTest::approve))) {
            assertThat(trust).isNotNull();
            assertThat(join(relay)).as(err.toString()).isZero();
            Enroll message = relay.peer(0).first(Enroll.class);
            assertThat(isProven(message, dev.fanlight.identity.ServerKey.WEBPKI))
                    .isTrue();
            assertThat(message.host()).isNotBlank();
            assertThat(out.toString())
                    .contains("a public authority has certified it")
                    .contains("BCDF-GHJK")
                    .contains(String.join(
                            " ", Fingerprint.ofBase64(message.publicKey()).words()))
                    .contains("https://" + relay.uri().authority() + "/admin")
                    .contains("10 minutes")
                    .contains("joined as \"front\"");
            DeviceIdentity identity = new IdentityStore(state()).load().orElseThrow();
            assertThat(identity.pin()).isEqualTo("webpki");
            assertThat(identity.device()).isEqualTo("device-7");
            assertThat(identity.key().publicKey()).isEqualTo(message.publicKey());
            Await.until("closed", () -> relay.peer(0).closeCode.get() == 1000);
        }
    }

    @Test
    void aRelayThatSaysTheCodeAgainWithWhatIsLeftIsTakenAtItsFirstWord() {
        Consumer<RelayPeer> patient = asked(LIFETIME, peer -> {
            peer.send(new Pending(CODE, LIFETIME.minusSeconds(10)));
            peer.send(new Pending(CODE, LIFETIME.minusSeconds(20)));
            approve(peer);
        });
        try (FakeRelay relay = new FakeRelay(authority, patient)) {
            assertThat(join(relay, "--pin", authority.pin())).as(err.toString()).isZero();
        }
        assertThat(out.toString()).containsOnlyOnce("BCDF-GHJK");
    }

    @Test
    void aRelayThatChangesTheCodeIsLeft() {
        Consumer<RelayPeer> fickle =
                asked(LIFETIME, peer -> peer.send(new Pending("ZZZZZZZZ", LIFETIME.minusSeconds(10))));
        try (FakeRelay relay = new FakeRelay(authority, fickle)) {
            assertThat(join(relay, "--pin", authority.pin())).isEqualTo(ExitCode.UNREACHABLE);
            Await.until("closed", () -> relay.peer(0).closeCode.get() == CloseReason.PROTOCOL_ERROR.code());
        }
    }

    @Test
    void anOwnerWhoRefusesIsSaidSo() {
        try (FakeRelay relay = new FakeRelay(authority, asked(LIFETIME, ApprovalScenarioTest::refuse))) {
            assertThat(join(relay, "--pin", authority.pin())).isEqualTo(ExitCode.NOT_ALLOWED);
        }
        assertThat(err.toString()).contains("owner of the relay has rejected").doesNotContain("\tat ");
        assertThat(state()).doesNotExist();
    }

    @Test
    void anOwnerWhoDoesNotComeIsSaidSo() {
        Duration lifetime = Duration.ofSeconds(1);
        try (FakeRelay relay = new FakeRelay(authority, asked(lifetime, ApprovalScenarioTest::refuse))) {
            assertThat(join(relay, "--pin", authority.pin())).isEqualTo(ExitCode.NOT_ALLOWED);
        }
        assertThat(err.toString()).contains("did not approve this computer within 1 second");
        assertThat(state()).doesNotExist();
    }

    @Test
    void aRelayThatForgetsUsIsLeftWhenTheTimeIsUp() {
        try (FakeRelay relay = new FakeRelay(authority, asked(Duration.ofMillis(1), peer -> {}))) {
            assertThat(join(relay, "--pin", authority.pin())).isEqualTo(ExitCode.NOT_ALLOWED);
            Await.until("closed", () -> relay.peer(0).closeCode.get() == 1000);
        }
        assertThat(err.toString()).contains("did not approve");
    }

    @Test
    void aRelayThatDoesNotAcceptTheRequestIsAbandoned() {
        try (FakeRelay relay = new FakeRelay(authority, RelayPeer::challenge)) {
            assertThat(join(relay, "--pin", authority.pin())).isEqualTo(ExitCode.UNREACHABLE);
        }
        assertThat(err.toString()).contains("did not answer in time");
    }

    @Test
    void aBusyRelayIsSaidSoWithItsWait() {
        try (FakeRelay relay = new FakeRelay(authority, peer -> {
            peer.send(new Goodbye("busy", Optional.of(Duration.ofSeconds(40))));
            peer.close(CloseReason.BUSY.code());
        })) {
            assertThat(join(relay, "--pin", authority.pin())).isEqualTo(ExitCode.UNREACHABLE);
        }
        assertThat(err.toString()).contains("The relay is busy and asks to come back in 40 s");
    }

    @Test
    void aRelayWithAnAuthorityOfItsOwnIsRefusedWithWhatToDo() {
        try (FakeRelay relay = new FakeRelay(authority, asked(LIFETIME, ApprovalScenarioTest::approve))) {
            assertThat(join(relay)).isEqualTo(ExitCode.NOT_ALLOWED);
            assertThat(relay.peers).isEmpty();
        }
        assertThat(err.toString())
                .contains("is not trusted here")
                .contains("--pin PIN")
                .contains("--trust-on-first-use")
                .contains("camera invite");
        assertThat(state()).doesNotExist();
    }

    @Test
    void aPinIsEnoughAndAnotherOneIsTheEnd() {
        try (FakeRelay relay = new FakeRelay(authority, asked(LIFETIME, ApprovalScenarioTest::approve))) {
            assertThat(join(relay, "--pin", stranger.pin())).isEqualTo(ExitCode.WRONG_RELAY);
            assertThat(relay.peers).isEmpty();
            assertThat(join(relay, "--pin", authority.pin())).as(err.toString()).isZero();
            assertThat(isProven(relay.peer(0).first(Enroll.class), authority.serverKey()))
                    .isTrue();
        }
        assertThat(new IdentityStore(state()).load().orElseThrow().pin()).isEqualTo(authority.pin());
    }

    @Test
    void firstUseShowsAndStoresThePinAndNoOtherRelayIsTrustedLater() {
        try (FakeRelay relay = new FakeRelay(authority, asked(LIFETIME, ApprovalScenarioTest::approve));
                FakeRelay impostor = new FakeRelay(stranger, FakeRelay.accepting(0))) {
            assertThat(join(relay, "--trust-on-first-use")).as(err.toString()).isZero();
            assertThat(isProven(relay.peer(0).first(Enroll.class), authority.serverKey()))
                    .isTrue();
            assertThat(out.toString()).contains("trusted on first use").contains(authority.pin());
            IdentityStore store = new IdentityStore(state());
            DeviceIdentity joined = store.load().orElseThrow();
            assertThat(joined.pin()).isEqualTo(authority.pin());
            store.save(
                    new DeviceIdentity(impostor.uri(), joined.pin(), joined.device(), joined.camera(), joined.key()));
            assertThat(agent("run", "--source", "test", "--state", state().toString()))
                    .isEqualTo(ExitCode.WRONG_RELAY);
            assertThat(impostor.peers).isEmpty();
        }
        assertThat(err.toString()).contains("is not the relay that was joined");
    }

    @Test
    void aRelayThatSaysJoinedOutOfTurnOrWithNamesThatAreNoneIsLeft() {
        List<Consumer<RelayPeer>> lies = List.of(
                peer -> approve(peer),
                peer -> asked(LIFETIME, p -> p.send(new Joined("x\nprivate_key=MAo", "front")))
                        .accept(peer),
                peer -> asked(LIFETIME, p -> p.send(new Joined("device-7", "fr\u001b[2Jont")))
                        .accept(peer));
        for (Consumer<RelayPeer> lie : lies) {
            try (FakeRelay relay = new FakeRelay(authority, lie)) {
                assertThat(join(relay, "--pin", authority.pin())).isEqualTo(ExitCode.UNREACHABLE);
                Await.until("closed", () -> relay.peer(0).closeCode.get() == CloseReason.PROTOCOL_ERROR.code());
            }
        }
        assertThat(state()).doesNotExist();
    }

    @Test
    void twoWaysToTrustAtOnceAndAMistypedPinAreQuestionsOfTheCommandLine() {
        String link = "wss://localhost:1/#1." + authority.pin() + ".abcdefgh.abcdefghijklmnop";
        assertThat(agent("join", link, "--trust-on-first-use")).isEqualTo(ExitCode.USAGE);
        assertThat(agent("join", link, "--pin", authority.pin())).isEqualTo(ExitCode.USAGE);
        assertThat(agent("join", "wss://localhost:1", "--pin", "abc")).isEqualTo(ExitCode.USAGE);
        assertThat(agent("join", "wss://localhost:1", "--pin", authority.pin(), "--trust-on-first-use"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void ctrlCTakesTheRequestBackAndLeavesNothing() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        try (FakeRelay relay = new FakeRelay(authority, asked(LIFETIME, peer -> {}))) {
            Process process = process(relay, output);
            try {
                Await.until("the code is shown", () -> read(output).contains("BCDF-GHJK"));
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
                assertThat(relay.peer(0).closeCode.get()).isEqualTo(CloseReason.DONE.code());
                assertThat(read(output))
                        .containsOnlyOnce("Stopped. This computer has not joined a relay.")
                        .doesNotContain("\tat ")
                        .doesNotContain("Exception");
                assertThat(state()).doesNotExist();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void aProcessThatIsRefusedEndsWithOneSentence() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        try (FakeRelay relay = new FakeRelay(authority, asked(LIFETIME, ApprovalScenarioTest::refuse))) {
            Process process = process(relay, output);
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(ExitCode.NOT_ALLOWED);
                assertThat(read(output))
                        .endsWith("✗ The owner of the relay has rejected this computer.\n")
                        .doesNotContain("Exception");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    /** With SIGINT as a terminal leaves it: a test that runs in the background has inherited that it is ignored. */
    private Process process(FakeRelay relay, Path output) throws IOException {
        return new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AgentMain.class.getName(),
                        "join",
                        relay.uri().toString(),
                        "--pin",
                        authority.pin(),
                        "--state",
                        state().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
