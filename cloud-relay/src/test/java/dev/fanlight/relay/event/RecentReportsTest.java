package dev.fanlight.relay.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentReportsTest {

    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final RecentReports<String> reports = new RecentReports<>(QUIET, MOST);

    @Test
    void theSameIsNewsAgainAfterAWhile() {
        assertThat(reports.isNews("a", 0)).isTrue();
        assertThat(reports.isNews("b", 1)).isTrue();
        assertThat(reports.isNews("a", QUIET.toNanos() - 1)).isFalse();
        assertThat(reports.isNews("a", QUIET.toNanos())).isTrue();
        assertThat(reports.isNews("a", QUIET.toNanos() + 1)).isFalse();
    }

    @Test
    void theOldestIsForgotten() {
        assertThat(reports.isNews("first", 0)).isTrue();
        for (int i = 0; i < MOST; i++) {
            assertThat(reports.isNews("other" + i, 1)).isTrue();
        }
        assertThat(reports.isNews("first", 2)).isTrue();
        assertThat(reports.isNews("other" + (MOST - 1), 2)).isFalse();
    }
}
