package dev.fanlight.agent.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers and home networks have host names with underscores, which TLS cannot send as a server name. */
class PrivateHostNameTest {

    private static final TestAuthority AUTHORITY = TestAuthority.shared();

    @TempDir
    private Path temp;

    @Test
    void relayWhoseHostNameHasAnUnderscoreIsJoined() throws Exception {
        Path hosts = Files.writeString(temp.resolve("hosts"), "127.0.0.1 home_relay.test\n");
        try (FakeRelay relay = new FakeRelay(AUTHORITY, "127.0.0.1", FakeRelay.joining())) {
            int port = relay.uri().port();
            String link = "wss://home_relay.test:" + port + "/#1." + AUTHORITY.pin() + ".abcdefgh.abcdefghijklmnop";
            Process join = start("-Djdk.net.hosts.file=" + hosts, link);
            String output = new String(join.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(join.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(join.exitValue()).as(output).isZero();
            assertThat(relay.hosts).containsExactly("home_relay.test:" + port);
        }
    }

    private Process start(String option, String link) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String state = temp.resolve("state").toString();
        return new ProcessBuilder(
                        java,
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.fanlight.agent.cli.AgentMain",
                        "join",
                        link,
                        "--state",
                        state)
                .redirectErrorStream(true)
                .start();
    }
}
