package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.relay.cli.RelayMain;
import dev.fanlight.relay.store.Invitations.Invitation;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Computers that lack something: no epoll and no BoringSSL, no IPv4 on the way. */
class FallbackScenarioTest {

    private static final int MAX_MESSAGE = 4 * 1024 * 1024;

    @TempDir
    private Path temp;

    @Test
    void withoutNativeCodeTheJdkServesAgentsAndPlayers() throws IOException, InterruptedException {
        String state = temp.resolve("state").toString();
        int plain = FreePort.next();
        Process relay = start(
                "-Dio.netty.transport.noNative=true",
                "-Dio.netty.handler.ssl.noOpenSsl=true",
                RelayMain.class.getName(),
                "serve",
                "--state",
                state,
                "--set",
                "http.port=0",
                "--set",
                "http.plain_port=" + plain);
        Vertx vertx = Vertx.vertx();
        try {
            String output = readUntil(relay, "Ready on port \\d+");
            assertThat(output).contains("No native epoll here");
            int port = Integer.parseInt(find(output, "Ready on port (\\d+)"));
            WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                    .setMaxFrameSize(MAX_MESSAGE)
                    .setMaxMessageSize(MAX_MESSAGE)
                    .setTrustOptions(new PemTrustOptions().addCertPath(state + "/ca.crt")));
            watchThrough(client, port, state);
        } finally {
            relay.destroy();
            relay.waitFor();
            vertx.close().await();
        }
    }

    @Test
    void relayIsReachedByBothKindsOfAddress() throws IOException {
        boolean hasV6 = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .anyMatch(Inet6Address.class::isInstance);
        Assumptions.assumeTrue(hasV6, "Not tested: IPv6, which is not here");
        try (TestRelay relay = TestRelay.start(temp.resolve("state"))) {
            TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            agent.announce();
            TestViewer six = relay.watching(camera, relay.secureViewer("::1"));
            TestViewer four = relay.watching(camera, relay.secureViewer("127.0.0.1"));
            agent.frame(0, true, 5_000);
            six.expectFrames(1);
            four.expectFrames(1);
        }
    }

    private static void watchThrough(WebSocketClient client, int port, String state)
            throws IOException, InterruptedException {
        String invite = readAll(start(RelayMain.class.getName(), "camera", "invite", "front", "--state", state));
        JoinLink join = JoinLink.parse(find(invite, "\"(wss://[^\"]+)\""));
        String watchKey = find(invite, "/w/front#([a-z2-7]{26})");
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        Invitation invitation = new Invitation(join.code(), join.secret(), Optional.of(watchKey));
        String device = TestAgent.connect(client, port).join(invitation, key);
        TestAgent agent = TestAgent.connect(client, port);
        agent.authenticate(device, key);
        agent.expect(Accepted.class);
        agent.announce();
        TestViewer viewer = TestViewer.connectTls(client, "localhost", port);
        viewer.watch("front", watchKey);
        viewer.expect(ChatReady.class);
        agent.frame(0, true, 300_000);
        agent.frame(1, false, 5_000);
        viewer.expectFrames(2);
        assertThat(viewer.corrupted()).isZero();
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String readAll(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String readUntil(Process process, String pattern) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
            if (Pattern.compile(pattern).matcher(line).find()) {
                return seen.toString();
            }
        }
        throw new AssertionError("the relay ended: " + seen);
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
