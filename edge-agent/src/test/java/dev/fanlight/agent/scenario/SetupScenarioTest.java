package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.cli.AgentCommand;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.cli.Cli;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.state.StateLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Somebody sets an agent up, and asks the doctor. */
@Timeout(120)
class SetupScenarioTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private FakeRelay relay;

    @TempDir
    private Path temp;

    @BeforeEach
    void start() {
        relay = new FakeRelay(TestAuthority.shared(), FakeRelay.joining());
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    private Path state() {
        return temp.resolve("state");
    }

    private int agent(String... words) {
        CommandLine line = Cli.of(new AgentCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--state", state().toString()));
        return line.execute(all.toArray(String[]::new));
    }

    private void joined() {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        new IdentityStore(state())
                .save(new DeviceIdentity(relay.uri(), TestAuthority.shared().pin(), "device-1", "front", key));
    }

    private Path settings(String text) throws IOException {
        return Files.writeString(temp.resolve("given.yaml"), text);
    }

    @Test
    void setupTriesTheCameraJoinsAndKeepsTheChoice() throws IOException {
        Path file = temp.resolve("agent.yaml");
        String link = new JoinLink(relay.uri(), TestAuthority.shared().pin(), "abcdefgh", "abcdefgh23456723").text();
        int code = agent("setup", "--source", "test", "--link", link, "--no-service", "--settings", file.toString());
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("✓ frames received: test pattern, 1280x720, 15 fps, [1-9][0-9]* in 1 s")
                .contains("✓ joined as \"front\"", "✓ wrote " + file);
        assertThat(new IdentityStore(state()).load()).isPresent();
        assertThat(agent("config", "check", file.toString())).isZero();
    }

    @Test
    void withoutATerminalSetupSaysWhichOptionAnswers() {
        assertThat(agent("setup", "--source", "test", "--no-service", "--settings", temp + "/agent.yaml"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("This needs a terminal to ask:", "use --link LINK.");
        assertThat(temp.resolve("agent.yaml")).doesNotExist();
    }

    @Test
    void aLinkThatCannotBeReadEndsSetupBeforeTheCameraIsOpened() {
        assertThat(agent("setup", "--source", "/dev/video77", "--link", "nonsense", "--no-service"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).doesNotContain("/dev/video77");
    }

    @Test
    void setupDoesNotReplaceTheIdentityOfAnEarlierJoin() {
        joined();
        String link = new JoinLink(relay.uri(), TestAuthority.shared().pin(), "abcdefgh", "abcdefgh23456723").text();
        assertThat(agent("setup", "--source", "/dev/video77", "--link", link, "--no-service"))
                .isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(err.toString()).contains("has already joined", "join --force LINK");
        assertThat(new IdentityStore(state()).load().orElseThrow().device()).isEqualTo("device-1");
        assertThat(relay.peers).isEmpty();
    }

    /** The code of a link works once, and would be used up. */
    @ParameterizedTest
    @ValueSource(strings = {"join", "setup --source test --no-service --link"})
    void aStateFolderThatCannotKeepTheKeyIsNoticedBeforeTheRelayIsAsked(String command) throws IOException {
        Files.createDirectory(
                state(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        String link = new JoinLink(relay.uri(), TestAuthority.shared().pin(), "abcdefgh", "abcdefgh23456723").text();
        String[] words =
                Stream.concat(Stream.of(command.split(" ")), Stream.of(link)).toArray(String[]::new);
        assertThat(agent(words)).isEqualTo(ExitCode.SETTINGS);
        assertThat(err.toString()).contains("chmod 0700 " + state());
        assertThat(relay.peers).isEmpty();
    }

    @Test
    void aCameraThatIsNotThereEndsSetupBeforeTheRelayIsAsked() {
        assertThat(agent("setup", "--source", "/dev/video77", "--no-service")).isEqualTo(ExitCode.CAMERA);
        assertThat(err.toString()).contains("✗ There is no camera at /dev/video77.");
        assertThat(relay.peers).isEmpty();
    }

    @Test
    void theDoctorFindsThatAllIsWellAndWritesAReportForOthers() throws IOException {
        relay.onConnect(FakeRelay.accepting(0));
        joined();
        Path report = temp.resolve("report.txt");
        Path file = settings("camera:\n  source: test\n");
        int code = agent("doctor", "-c", file.toString(), "--report", report.toString());
        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("✓ camera     test pattern, 1280x720, 15 fps: [1-9][0-9]* frames in 5 s")
                .contains("✓ relay      " + relay.uri().hostAndPort() + ", TLS, key accepted as \"front\"")
                .containsPattern("[✓!] encoder  ")
                .containsPattern("[✓!] upload   ");
        assertThat(Files.readString(report)).contains("RELAY:", "ADDRESS").doesNotContain("localhost", "127.0.0.1");
    }

    @Test
    void theDoctorSaysWhatDoesNotWorkWithAnExitCode() throws IOException {
        joined();
        relay.stop();
        Path file = settings("camera:\n  source: /dev/video77\n");
        assertThat(agent("doctor", "-c", file.toString())).isEqualTo(ExitCode.PROBLEM);
        assertThat(out.toString())
                .contains("✗ network    " + relay.uri().hostAndPort() + " does not accept connections")
                .contains("✗ camera     There is no camera at /dev/video77.")
                .contains("✗ relay      " + relay.uri().hostAndPort() + " cannot be reached.")
                .contains("Something does not work");
    }

    @Test
    void theDoctorNeitherOpensNorPublishesACameraThatIsPaused() throws IOException {
        relay.onConnect(FakeRelay.accepting(0));
        joined();
        new PauseFile(state()).pause("visitors");
        Path file = settings("camera:\n  source: test\n");
        assertThat(agent("doctor", "-c", file.toString())).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("! camera     paused by the people here: visitors")
                .doesNotContain("frames in");
        assertThat(relay.hosts).isEmpty();
    }

    @Test
    void theDoctorDoesNotPushOutAnAgentThatRunsWithTheSameKey() throws IOException {
        joined();
        Path file = settings("camera:\n  source: test\n");
        StateLock running = StateLock.acquire(state(), "fanlight-agent");
        try (running) {
            assertThat(agent("doctor", "-c", file.toString())).isNotZero();
        }
        assertThat(out.toString()).doesNotContain("frames in");
    }

    @Test
    void aStillOfACameraThatIsPausedIsNotTaken() throws IOException {
        new PauseFile(state()).pause("visitors");
        Path file = settings("camera:\n  source: test\n");
        Path still = temp.resolve("still.jpg");
        assertThat(agent("preview", "-c", file.toString(), "--jpeg", still.toString()))
                .isEqualTo(ExitCode.CAMERA);
        assertThat(err.toString()).contains("The camera is paused by the people here: visitors");
        assertThat(still).doesNotExist();
    }

    @Test
    void theDoctorOfSeveralCamerasIsAskedAboutOne() throws IOException {
        Path file = settings("cameras:\n  front: {source: test}\n  nest: {source: test}\n");
        assertThat(agent("doctor", "-c", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Say which camera with --camera NAME: front, nest");
    }
}
