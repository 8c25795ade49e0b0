package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.WireLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputerNameTest {

    @TempDir
    private Path folder;

    private String nameIn(String content) throws IOException {
        return ComputerName.of(Files.writeString(folder.resolve("hostname"), content));
    }

    @Test
    void isTheFirstLineWithoutWhatTerminalsObey() throws IOException {
        assertThat(nameIn("garden-pi\nother\n")).isEqualTo("garden-pi");
        assertThat(nameIn("gar\u001b[2Jden\u202e pi")).isEqualTo("gar2Jdenpi");
        assertThat(nameIn("x".repeat(300))).hasSize(WireLimits.MAX_HOST);
    }

    @Test
    void aComputerWithoutANameIsOneAllTheSame() throws IOException {
        assertThat(nameIn("\n")).isEqualTo("a computer");
        assertThat(ComputerName.of(folder.resolve("missing"))).isEqualTo("a computer");
    }
}
