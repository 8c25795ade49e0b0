package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong setting was answered with the address it held, password and all. */
class SecretsInErrorsTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --set http.port=https://admin:hunter2@host",
                "serve -v --set http.port=https://admin:hun@ter/hunter2@host",
                "serve --set store.url=postgresql://fanlight:hunter2@",
                "serve --set store.url=rtsp:fanlight:hunter2@host",
                "serve --set https://admin:hunter2@host",
                "serve https://admin:hunter2@host",
                "serve --set https://admin:hunter2@host/x=1",
                "serve -v --set store.url=postgresql://fanlight:hunter2@127.0.0.1:1/db",
                "serve --config FILE"
            })
    void noErrorRepeatsASecret(String line) throws IOException {
        Path file = temp.resolve("relay.yaml");
        Files.writeString(file, "http:\n  port: 'https://admin:hunter2@host'\n");
        List<String> words =
                new ArrayList<>(List.of(line.replace("FILE", file.toString()).split(" ")));
        words.addAll(List.of("--state", temp.resolve("state").toString()));
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.out() + run.err()).contains("✗ ").doesNotContain("hunter2");
    }
}
