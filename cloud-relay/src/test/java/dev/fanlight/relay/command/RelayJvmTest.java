package dev.fanlight.relay.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayJvmTest {

    @ParameterizedTest
    @ValueSource(strings = {"systemd/fanlight-relay.service", "container/relay.Dockerfile"})
    void packagesRunTheRelayWithTheseOptions(String file) throws IOException {
        assertThat(Files.readString(Path.of("../deploy", file))).contains(RelayJvm.OPTIONS);
    }

    @Test
    void anotherCollectorTakesThePlaceOfOurs() {
        assertThat(RelayJvm.with(List.of("-XX:+UseG1GC")))
                .doesNotContain("-XX:+UseSerialGC", "-Xmn16m")
                .endsWith("-XX:+UseG1GC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx128m", "-XX:MaxHeapSize=128m", "-XX:MaxRAMPercentage=50"})
    void heapBeginsNoLargerThanItMayBecome(String largest) {
        assertThat(RelayJvm.with(List.of(largest)))
                .doesNotContain("-Xms160m")
                .contains("-XX:+UseSerialGC", "-Xmn16m")
                .endsWith(largest);
    }

    @Test
    void whatIsGivenPrevails() {
        assertThat(RelayJvm.with(List.of("-Xmn64m")))
                .containsAll(RelayJvm.OPTIONS)
                .endsWith("-Xmn64m");
    }
}
