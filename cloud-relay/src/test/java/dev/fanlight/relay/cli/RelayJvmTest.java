package dev.fanlight.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.cli.option.RelayJvm;
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
    @ValueSource(strings = {"-Xmx128m", "-Xmx163839K", "-XX:MaxHeapSize=134217728"})
    void heapBeginsNoLargerThanItMayBecome(String largest) {
        assertThat(RelayJvm.with(List.of(largest)))
                .doesNotContain("-Xms160m")
                .contains("-XX:+UseSerialGC", "-Xmn16m")
                .endsWith(largest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx160m", "-Xmx512M", "-Xmx1g", "-Xmx99999999999999999999t", "-XX:MaxRAMPercentage=50"})
    void heapThatMayBecomeLargerBeginsAsWithThePackages(String largest) {
        assertThat(RelayJvm.with(List.of(largest))).contains("-Xms160m").endsWith(largest);
    }

    @Test
    void whatIsGivenPrevails() {
        assertThat(RelayJvm.with(List.of("-Xmn64m")))
                .containsAll(RelayJvm.OPTIONS)
                .endsWith("-Xmn64m");
    }
}
