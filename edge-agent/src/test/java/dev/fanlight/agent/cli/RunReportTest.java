package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.log.TextLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunReportTest {

    private final StringWriter out = new StringWriter();
    private final RunReport report = new RunReport(
            new TextLog(new PrintWriter(out, true), InstantSource.fixed(Instant.EPOCH), ZoneOffset.UTC),
            "",
            "relay:443",
            new RunEnd(1));

    private List<String> lines() {
        return out.toString()
                .lines()
                .map(line -> line.replaceFirst("^[0-9-]*[ T]?[0-9:.Z]+ ", ""))
                .toList();
    }

    @Test
    void theLogSaysHowManyWatchAndWhoIsKnownOfThem() {
        report.viewers(1);
        report.watchedBy(List.of("family (Ann)"));
        report.viewers(3);
        report.watchedBy(List.of("family (Ann)", "the owner"));
        report.viewers(0);
        report.watchedBy(List.of());
        assertThat(lines())
                .containsExactly(
                        "1 viewer",
                        "watched by family (Ann)",
                        "3 viewers",
                        "watched by family (Ann), the owner and 1 more",
                        "no viewers");
    }

    @Test
    void afterALostConnectionViewersAreReportedAgain() {
        report.viewers(1);
        report.waiting("The relay has ended the connection.", Duration.ofSeconds(1));
        report.viewers(1);
        assertThat(lines()).filteredOn("1 viewer"::equals).hasSize(2);
    }
}
