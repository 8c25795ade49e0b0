package dev.fanlight.relay.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares {@code docs/codes.md} with the errors of the API. */
class ProblemsDocumentTest {

    @ParameterizedTest
    @EnumSource(Problem.Code.class)
    void everyErrorOfTheApiHasOneRow(Problem.Code code) throws IOException {
        assertThat(Files.readString(Path.of("../docs/codes.md")))
                .containsOnlyOnce("| " + code.status() + " | `" + code.text() + "` | "
                        + Problem.of(code).title() + " |\n");
    }
}
