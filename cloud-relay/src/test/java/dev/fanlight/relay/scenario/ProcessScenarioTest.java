package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.cli.RelayMain;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process, from its command line. */
class ProcessScenarioTest {

    @TempDir
    private Path temp;

    private String state;

    @BeforeEach
    void chooseState() {
        state = temp.resolve("state").toString();
    }

    @Test
    void stopsOnSigtermAndAnnouncesToItsPeersThatItComesBack() throws IOException, InterruptedException {
        int plain = FreePort.next();
        Process relay = start("serve", "--state", state, "--set", "http.port=0", "--set", "http.plain_port=" + plain);
        awaitLine(relay, "Ready on port (\\d+)");
        Run invite = run("camera", "invite", "front", "--state", state, "-o", "json");
        assertThat(invite.exitCode).isZero();
        Matcher link = Pattern.compile("http://localhost:" + plain + "/w/front#([a-z2-7]{26})\"")
                .matcher(invite.output);
        assertThat(link.find()).as(invite.output).isTrue();
        Vertx vertx = Vertx.vertx();
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions());
        TestViewer viewer = TestViewer.connect(client, plain, "http://127.0.0.1:" + plain);
        viewer.watch("front", link.group(1));
        viewer.expect(dev.fanlight.protocol.chat.ChatReady.class);
        relay.destroy();
        assertThat(relay.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(relay.exitValue()).isEqualTo(143);
        var goodbye = viewer.expect(dev.fanlight.protocol.Goodbye.class);
        assertThat(goodbye.reason()).isEqualTo("restarting");
        assertThat(goodbye.retryAfter()).isPresent();
        viewer.assertClosed(1012, "restarting");
        vertx.close().await();
    }

    @Test
    void joinLineCarriesThePinTheCodeAndTheSecret() throws IOException, InterruptedException {
        try (TestRelay relay = TestRelay.start(Path.of(state))) {
            Run invite = run("camera", "invite", "front", "--state", state, "--host", "cam.example.org");
            assertThat(invite.exitCode).as(invite.output).isZero();
            String port = ":" + relay.server().port();
            assertThat(invite.output)
                    .containsPattern("fanlight-agent join \"wss://cam\\.example\\.org" + port
                            + "/#1\\.[a-z2-7]{26}\\.[a-z2-7]{8}\\.[a-z2-7]{16}\"")
                    .containsPattern("https://cam\\.example\\.org" + port + "/w/front#[a-z2-7]{26}")
                    .contains("It is shown only once");
            Run again = run("camera", "invite", "front", "--state", state, "-o", "json");
            assertThat(again.output).contains("\"watch\":[]");
            Run list = run("camera", "list", "--state", state);
            assertThat(list.output).containsPattern("front +pending");
        }
    }

    @Test
    void commandsSayThatNoRelayRuns() throws IOException, InterruptedException {
        assertOneSentence(run("camera", "list", "--state", state), 5, "No relay is running", "fanlight-relay serve");
        TestRelay.start(Path.of(state)).close();
        assertOneSentence(run("camera", "list", "--state", state), 5, "No relay is running", "fanlight-relay serve");
    }

    @Test
    void takenPortIsReportedInOneSentence() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Run serve = run("serve", "--state", state, "--set", "http.port=" + taken.getLocalPort());
            assertOneSentence(serve, 1, "Port " + taken.getLocalPort() + " is taken", "http.port=PORT");
        }
    }

    @Test
    void stateFolderThatOthersCanReadIsRefused() throws IOException, InterruptedException {
        Path open = Files.createDirectory(
                temp.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        assertOneSentence(run("serve", "--state", open.toString()), 3, "Other users", "chmod 700");
    }

    @Test
    void secretThatOthersCanReadIsRefused() throws IOException, InterruptedException {
        TestRelay.start(Path.of(state)).close();
        Files.setPosixFilePermissions(Path.of(state, "relay.db"), PosixFilePermissions.fromString("rw-r--r--"));
        assertOneSentence(run("serve", "--state", state), 3, "Other users", "chmod 600");
    }

    @Test
    void unknownSettingIsRefusedWithTheOneThatWasMeant() throws IOException, InterruptedException {
        assertOneSentence(run("serve", "--state", state, "--set", "http.prot=1"), 3, "Did you mean \"http.port\"?");
    }

    @Test
    void badNameAndBadCommandAreUsageErrors() throws IOException, InterruptedException {
        assertOneSentence(run("camera", "invite", "Front Door", "--state", state), 2, "A camera's name has");
        assertOneSentence(run("serv"), 2, "serv");
    }

    @Test
    void fileThatIsNoDatabaseIsRefused() throws IOException, InterruptedException {
        TestRelay.start(Path.of(state)).close();
        Files.writeString(
                Path.of(state, "relay.db"),
                "this is no database, but it is long enough to be taken for one\n".repeat(100));
        assertOneSentence(run("serve", "--state", state), 3, "cannot be used");
    }

    private static void assertOneSentence(Run run, int exitCode, String... parts) {
        assertThat(run.output).contains(parts).doesNotContain("\tat ", "Exception");
        assertThat(run.exitCode).as(run.output).isEqualTo(exitCode);
    }

    private record Run(int exitCode, String output) {}

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RelayMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Run run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static void awaitLine(Process process, String pattern) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
            if (Pattern.compile(pattern).matcher(line).find()) {
                return;
            }
        }
        throw new AssertionError("the relay ended: " + seen);
    }
}
