package dev.fanlight.relay.cli.option;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How long a link or token is valid. Immutable.
 *
 * @param length from {@link #SHORTEST} to {@link #LONGEST}; empty if it does not expire
 */
public record Lifetime(Optional<Duration> length) {

    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofDays(365);

    /** Parses {@code 90m}, {@code 24h}, {@code 30d} or {@code never}. */
    public static final class Reader implements ITypeConverter<Lifetime> {

        private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([mhd])");

        @Override
        public Lifetime convert(String typed) {
            if (typed.equals("never")) {
                return new Lifetime(Optional.empty());
            }
            Matcher form = FORM.matcher(typed);
            if (!form.matches()) {
                throw wrong(typed);
            }
            Duration length = length(Long.parseLong(form.group(1)), form.group(2));
            if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
                throw wrong(typed);
            }
            return new Lifetime(Optional.of(length));
        }

        private static Duration length(long count, String unit) {
            return switch (unit) {
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }

        private static TypeConversionException wrong(String typed) {
            return new TypeConversionException(
                    "\"" + typed + "\" is not a duration like 90m, 24h or 30d (1m to 365d), nor never.");
        }
    }
}
