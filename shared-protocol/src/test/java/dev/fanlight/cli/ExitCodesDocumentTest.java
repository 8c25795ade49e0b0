package dev.fanlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/codes.md} with the exit codes. */
class ExitCodesDocumentTest {

    @Test
    void everyExitCodeHasOneRow() throws IOException {
        String document = Files.readString(Path.of("../docs/codes.md"));
        assertThat(ExitCode.list())
                .allSatisfy(
                        (code, meaning) -> assertThat(document).containsOnlyOnce("| " + code + " | " + meaning + " |"));
    }
}
