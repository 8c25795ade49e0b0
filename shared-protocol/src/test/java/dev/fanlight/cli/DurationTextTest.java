package dev.fanlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 seconds",
        "PT119S, 119 seconds",
        "PT120S, 2 minutes",
        "PT2H, 2 hours",
        "PT119M, 119 minutes",
        "PT47H, 47 hours",
        "PT48H, 2 days",
        "P729D, 729 days",
        "P730D, 2 years",
        "P20787D, 56 years"
    })
    void theLargestUnitOfWhichThereAreTwoIsUsed(Duration time, String text) {
        assertThat(DurationText.of(time)).isEqualTo(text);
    }
}
