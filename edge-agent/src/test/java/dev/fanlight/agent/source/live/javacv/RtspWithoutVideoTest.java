package dev.fanlight.agent.source.live.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.testing.LiveRun;
import dev.fanlight.agent.testing.RtspServer;
import dev.fanlight.agent.testing.RtspServer.Stream;
import dev.fanlight.testing.StartsProcesses;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address that sends sound and nothing else. */
@StartsProcesses
class RtspWithoutVideoTest {

    /** So long that only what the server says can end it. */
    private static final AgentTimeouts.Live PATIENT = new AgentTimeouts.Live(
            Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMillis(200));

    @BeforeAll
    static void quiet() {
        NativeLibraries.load(false);
    }

    @ParameterizedTest
    @CsvSource({"off, tcp", "true, tcp", "off, udp", "true, udp"})
    void itIsSaidAtOnce(String audio, String transport) throws Exception {
        Map<String, String> settings =
                Map.of("camera.encode", "none", "camera.audio", audio, "camera.rtsp_transport", transport);
        try (RtspServer server = RtspServer.start(Stream.SOUND);
                LiveRun run = LiveRun.open(RtspSourceFactory::new, server.url(Stream.SOUND), settings, PATIENT)) {
            SourceException refused = run.failure();
            assertThat(refused).hasMessageEndingWith("sends no video.");
            assertThat(refused.problem()).isEqualTo(SourceProblem.NOT_VIDEO);
        }
    }
}
