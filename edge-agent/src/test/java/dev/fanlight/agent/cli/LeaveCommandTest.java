package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.state.CameraStates;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.cli.Cli;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.state.StateLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LeaveCommandTest {

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path state;
    private IdentityStore single;
    private IdentityStore garden;

    @BeforeEach
    void joined() {
        state = temp.resolve("state");
        single = new IdentityStore(state);
        garden = new CameraStates(state).store("garden");
        for (IdentityStore store : List.of(single, garden)) {
            DeviceKey key = DeviceKey.generate(new SecureRandom());
            store.save(new DeviceIdentity(
                    RelayUrl.parse("wss://cam.example.org:8443"), "webpki", "device-1", "front", key));
        }
    }

    private int leave(String... options) {
        List<String> words = new ArrayList<>(List.of("leave", "--state", state.toString()));
        words.addAll(List.of(options));
        CommandLine line = Cli.of(new AgentCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words.toArray(String[]::new));
    }

    @Test
    void theKeyIsDeletedAndTheRestIsLeftToTheRelaysOwner() {
        assertThat(leave("--yes")).as(err.toString()).isZero();
        assertThat(single.load()).isEmpty();
        assertThat(garden.load()).isPresent();
        assertThat(out.toString())
                .contains("left cam.example.org:8443", "The relay was not told", "fanlight-relay camera revoke front");
        assertThat(leave("--yes")).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(err.toString()).contains("has not joined a relay");
    }

    @Test
    void oneOfSeveralCamerasLeavesByItsName() {
        assertThat(leave("--yes", "--camera", "garden")).as(err.toString()).isZero();
        assertThat(garden.load()).isEmpty();
        assertThat(single.load()).isPresent();
    }

    @Test
    void nothingIsDeletedWithoutConfirmation() {
        assertThat(leave()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("This deletes the key of \"front\"", "--yes");
        assertThat(single.load()).isPresent();
    }

    @Test
    void anAgentThatRunsKeepsItsKey() {
        StateLock running = StateLock.acquire(state, "fanlight-agent");
        try (running) {
            assertThat(leave("--yes")).isEqualTo(ExitCode.SETTINGS);
        }
        assertThat(err.toString()).contains("is in use");
        assertThat(single.load()).isPresent();
    }
}
