package dev.fanlight.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class RunLogTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-30T07:08:09.123456Z"));

    private final StringWriter out = new StringWriter();

    @Test
    void linesForPeopleHaveTheTimeTheCameraAndAMarkForWhatIsWrong() {
        TextLog log = new TextLog(new PrintWriter(out), CLOCK, ZoneOffset.UTC);
        log.line(Level.INFO, "connected", RunLog.NO_CAMERA);
        log.line(Level.WARNING, "slow", "front");
        assertThat(out.toString()).isEqualTo("2026-11-30 07:08:09 connected\n2026-11-30 07:08:09 [front] ! slow\n");
    }

    @Test
    void linesForProgramsAreOneObjectEach() {
        new JsonLog(new PrintWriter(out), CLOCK).line(Level.WARNING, "two\n\"lines\"", "front");
        assertThat(out.toString())
                .isEqualTo(
                        "{\"time\":\"2026-11-30T07:08:09.123Z\",\"level\":\"warning\",\"logger\":\"dev.fanlight.agent\","
                                + "\"message\":\"two\\n\\\"lines\\\"\",\"camera\":\"front\"}\n");
    }

    @Test
    void secretsAreMaskedInBothForms() {
        String secret = "rtsp://ann:hunter2@cam/1 and https://relay/w/front#hunter2";
        new JsonLog(new PrintWriter(out), CLOCK).line(Level.INFO, secret, RunLog.NO_CAMERA);
        new TextLog(new PrintWriter(out), CLOCK, ZoneOffset.UTC).line(Level.INFO, secret, RunLog.NO_CAMERA);
        assertThat(out.toString()).contains("***").doesNotContain("hunter2");
    }
}
