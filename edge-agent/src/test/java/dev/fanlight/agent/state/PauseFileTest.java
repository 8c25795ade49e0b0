package dev.fanlight.agent.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.CameraPause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PauseFileTest {

    @TempDir
    private Path folder;

    private PauseFile file() {
        return new PauseFile(folder);
    }

    @Test
    void aPauseOutlivesTheProgramThatMadeIt() {
        assertThat(file().reason()).isEmpty();
        file().pause("cleaning the lens");
        assertThat(file().reason()).contains("cleaning the lens");
        assertThat(file().resume()).isTrue();
        assertThat(file().reason()).isEmpty();
        assertThat(file().resume()).isFalse();
    }

    @Test
    void theReasonIsOneLineOfLimitedLength() {
        file().pause("  two\nlines\tand\u0007 a bell ");
        assertThat(file().reason()).contains("two lines and a bell");
        assertThat(file().pause("w".repeat(CameraPause.MAX_REASON))).isTrue();
        assertThat(file().pause("w".repeat(CameraPause.MAX_REASON + 1))).isFalse();
        assertThat(file().reason().orElseThrow()).hasSize(CameraPause.MAX_REASON);
        assertThat(file().pause("w" + "\uD83D\uDC31".repeat(1000))).isFalse();
        assertThat(file().reason().orElseThrow())
                .hasSize(CameraPause.MAX_REASON - 1)
                .endsWith("\uDC31");
        file().pause("");
        assertThat(file().reason()).contains("");
    }

    @Test
    void whatCannotBeReadPauses() throws IOException {
        Files.write(folder.resolve("paused"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(file().reason()).contains("");
    }
}
