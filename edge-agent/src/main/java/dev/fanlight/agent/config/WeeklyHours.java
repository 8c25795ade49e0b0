package dev.fanlight.agent.config;

import dev.fanlight.settings.ValueParser;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of the week, as {@code camera.hours} names them. Without any, it is always within them. Immutable.
 *
 * @param spans at most {@value #MAX_SPANS}
 */
public record WeeklyHours(List<Span> spans) {

    /** Reads {@code mon-fri 08:00-18:00}, several of them with commas between. */
    public static final ValueParser<WeeklyHours> PARSER = WeeklyHours::parse;

    static final int MAX_SPANS = 32;
    private static final String FORM = "times of the week like mon-fri 08:00-18:00, sat 22:00-02:00";
    private static final Pattern SPAN = Pattern.compile("([a-z]{3})(?:-([a-z]{3}))? +(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");
    private static final int DAYS = 7;

    /** Copies the list. */
    public WeeklyHours {
        spans = List.copyOf(spans);
    }

    /**
     * From one time of day to another, on some days. An end at or before the beginning is on the next day.
     *
     * @param days on which it begins
     */
    public record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

        /** Copies the set. */
        public Span {
            days = Set.copyOf(days);
        }

        private boolean contains(ZonedDateTime time) {
            LocalTime clock = time.toLocalTime();
            boolean today = days.contains(time.getDayOfWeek());
            if (from.isBefore(to)) {
                return today && !clock.isBefore(from) && clock.isBefore(to);
            }
            boolean yesterday = days.contains(time.getDayOfWeek().minus(1));
            return (today && !clock.isBefore(from)) || (yesterday && clock.isBefore(to));
        }
    }

    /** Whether {@code time} is within them. */
    public boolean contain(Instant time, ZoneId zone) {
        ZonedDateTime there = time.atZone(zone);
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.contains(there));
    }

    /** When they begin next, after {@code time}. */
    public Optional<Instant> next(Instant time, ZoneId zone) {
        ZonedDateTime there = time.atZone(zone);
        return spans.stream()
                .flatMap(span -> beginnings(span, there).stream())
                .map(ZonedDateTime::toInstant)
                .filter(begin -> begin.isAfter(time))
                .min(Instant::compareTo);
    }

    private static List<ZonedDateTime> beginnings(Span span, ZonedDateTime there) {
        List<ZonedDateTime> all = new ArrayList<>();
        for (int day = 0; day <= DAYS; day++) {
            ZonedDateTime date = there.plusDays(day);
            if (span.days().contains(date.getDayOfWeek())) {
                all.add(date.with(span.from()));
            }
        }
        return all;
    }

    private static WeeklyHours parse(String text) {
        List<Span> spans = ValueParser.list().parse(text.toLowerCase(Locale.ROOT)).stream()
                .map(WeeklyHours::span)
                .toList();
        if (spans.size() > MAX_SPANS) {
            throw new IllegalArgumentException("at most " + MAX_SPANS + " " + FORM);
        }
        return new WeeklyHours(spans);
    }

    private static Span span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(FORM);
        }
        DayOfWeek first = day(matcher.group(1));
        DayOfWeek last = matcher.group(2) == null ? first : day(matcher.group(2));
        return new Span(days(first, last), time(matcher.group(3)), time(matcher.group(4)));
    }

    private static Set<DayOfWeek> days(DayOfWeek first, DayOfWeek last) {
        Set<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException(FORM);
    }

    /** {@code 24:00} is the end of a day, which is the beginning of the next. */
    private static LocalTime time(String text) {
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(FORM, e);
        }
    }
}
