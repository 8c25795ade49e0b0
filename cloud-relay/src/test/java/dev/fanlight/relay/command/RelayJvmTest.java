package dev.fanlight.relay.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayJvmTest {

    @ParameterizedTest
    @ValueSource(strings = {"systemd/fanlight-relay.service", "container/relay.Dockerfile"})
    void packagesRunTheRelayWithTheseOptions(String file) throws IOException {
        assertThat(Files.readString(Path.of("../deploy", file))).contains(RelayJvm.OPTIONS);
    }
}
