package dev.fanlight.agent.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DropReportTest {

    private final ManualTime time = new ManualTime();
    private final DropReport report = new DropReport(time);

    @Test
    void nothingIsReportedWhileNothingIsDropped() {
        assertThat(report.due(0)).isEmpty();
        time.advance(Duration.ofHours(1));
        assertThat(report.due(0)).isEmpty();
    }

    @Test
    void whatIsDroppedWithinSecondsIsOneReportAndTheNextComesAMinuteLater() {
        assertThat(report.due(3)).isEmpty();
        time.advance(DropReport.DELAY);
        assertThat(report.due(12)).hasValue(12);
        assertThat(report.due(900)).isEmpty();
        time.advance(DropReport.SPACING);
        assertThat(report.due(1000)).hasValue(988);
        assertThat(report.due(1000)).isEmpty();
    }

    @Test
    void aSingleOneIsReportedToo() {
        assertThat(report.due(1)).isEmpty();
        time.advance(DropReport.DELAY);
        assertThat(report.due(1)).hasValue(1);
    }
}
