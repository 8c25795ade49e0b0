package dev.fanlight.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static WeeklyHours hours(String text) {
        return WeeklyHours.PARSER.parse(text);
    }

    private static Instant berlin(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
    }

    /** 2026-03-02 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:59:59, false",
        "2026-03-02T08:00:00, true",
        "2026-03-06T17:59:59, true",
        "2026-03-06T18:00:00, false",
        "2026-03-07T12:00:00, false",
        "2026-03-07T22:00:00, true",
        "2026-03-08T01:59:00, true",
        "2026-03-08T02:00:00, false",
        "2026-03-08T22:00:00, false"
    })
    void theyBeginAndEndByTheClockOfTheirZone(String time, boolean within) {
        WeeklyHours hours = hours("mon-fri 08:00-18:00, sat 22:00-02:00");
        assertThat(hours.contain(berlin(time), BERLIN)).isEqualTo(within);
    }

    @Test
    void daysGoOverTheEndOfTheWeekAndADayOverMidnight() {
        WeeklyHours hours = hours("sat-mon 00:00-24:00");
        assertThat(hours.contain(berlin("2026-03-08T23:59:59"), BERLIN)).isTrue();
        assertThat(hours.contain(berlin("2026-03-09T23:59:59"), BERLIN)).isTrue();
        assertThat(hours.contain(berlin("2026-03-10T00:00:00"), BERLIN)).isFalse();
    }

    @Test
    void theNextBeginningIsFound() {
        WeeklyHours hours = hours("mon-fri 08:00-18:00");
        assertThat(hours.next(berlin("2026-03-06T18:00:00"), BERLIN)).contains(berlin("2026-03-09T08:00:00"));
        assertThat(hours.next(berlin("2026-03-09T07:00:00"), BERLIN)).contains(berlin("2026-03-09T08:00:00"));
    }

    @Test
    void theClockThatIsPutForwardMovesThemWithIt() {
        WeeklyHours hours = hours("sun 08:00-09:00");
        assertThat(hours.next(berlin("2026-03-28T12:00:00"), BERLIN)).contains(Instant.parse("2026-03-29T06:00:00Z"));
    }

    @Test
    void withoutAnyItIsAlwaysWithinThem() {
        assertThat(hours("").contain(Instant.EPOCH, BERLIN)).isTrue();
    }

    @Test
    void thereAreAtMost32Spans() {
        List<String> spans = Collections.nCopies(WeeklyHours.MAX_SPANS, "mon 08:00-18:00");
        assertThat(hours(String.join(",", spans)).spans()).hasSize(32);
        assertThatThrownBy(() -> hours(String.join(",", spans) + ",tue 08:00-18:00"))
                .hasMessageStartingWith("at most 32 times of the week");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mon", "mon 8:00-18:00", "08:00-18:00", "xyz 08:00-18:00", "mon 25:00-26:00", "mon-fri 08:00"})
    void otherTextsAreRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> hours(text)).hasMessageContaining("mon-fri 08:00-18:00");
    }
}
