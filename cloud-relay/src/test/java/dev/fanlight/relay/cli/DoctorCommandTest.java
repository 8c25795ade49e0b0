package dev.fanlight.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    private Path folder;

    @Test
    void whereNoRelayWasSetUpNothingIsMade() {
        CommandRun run = CommandRun.of(folder.resolve("none/state"), "doctor", "--set", "http.port=0");
        assertThat(run.out())
                .contains("none was set up here: there is no state folder " + folder.resolve("none/state"))
                .contains("free in " + folder)
                .contains("the bundled one, which the relay unpacks when it starts");
        assertThat(folder).isEmptyDirectory();
    }
}
