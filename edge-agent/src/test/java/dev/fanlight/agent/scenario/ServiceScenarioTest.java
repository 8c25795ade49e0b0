package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.testing.NotifyReceiver;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a service: what it says to systemd. */
@StartsProcesses
class ServiceScenarioTest {

    @TempDir
    private Path temp;

    @Test
    void systemdLearnsThatTheAgentRunsIsAliveAndStops() throws IOException, InterruptedException {
        try (NotifyReceiver systemd = NotifyReceiver.open(temp);
                FakeRelay relay = new FakeRelay(TestAuthority.shared(), FakeRelay.accepting(1))) {
            DeviceKey key = DeviceKey.generate(new SecureRandom());
            new IdentityStore(temp.resolve("state"))
                    .save(new DeviceIdentity(relay.uri(), TestAuthority.shared().pin(), "device-1", "front", key));
            Process agent = start(systemd.socket());
            try {
                systemd.await("READY=1");
                systemd.await("WATCHDOG=1");
                systemd.await("STATUS=front ");
                agent.destroy();
                assertThat(agent.waitFor(30, TimeUnit.SECONDS)).isTrue();
                systemd.await("STOPPING=1");
            } finally {
                agent.destroyForcibly();
            }
        }
    }

    private Process start(Path socket) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fanlight.agent.cli.AgentMain",
                "run",
                "--source",
                "test",
                "--state",
                temp.resolve("state").toString());
        program.environment().put("NOTIFY_SOCKET", socket.toString());
        program.environment().put("WATCHDOG_USEC", "900000");
        return program.redirectErrorStream(true)
                .redirectOutput(temp.resolve("agent.log").toFile())
                .start();
    }
}
