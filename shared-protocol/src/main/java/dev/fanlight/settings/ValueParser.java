package dev.fanlight.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a value. Throws {@link IllegalArgumentException} whose message continues “must be” and never repeats the text, which may
 * be a secret.
 *
 * @param <T> type of the value
 */
@FunctionalInterface
public interface ValueParser<T> {

    /** Any text. */
    ValueParser<String> TEXT = text -> text;

    /** {@code true} or {@code false}. */
    ValueParser<Boolean> BOOLEAN = ValueParser::truth;

    /** A length of time: {@code 500ms}, {@code 20s}, {@code 15m}, {@code 24h}, {@code 30d}. */
    ValueParser<Duration> DURATION = ValueParser::duration;

    /** Bits a second: {@code 250k}, {@code 1200k}, {@code 4M}. */
    ValueParser<Integer> BIT_RATE = ValueParser::bitRate;

    /** Reads a text. */
    T parse(String text);

    /** A whole number in a range. */
    static ValueParser<Integer> integer(int min, int max) {
        return text -> {
            try {
                int value = Integer.parseInt(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("a whole number from " + min + " to " + max, e);
            }
            throw new IllegalArgumentException("a whole number from " + min + " to " + max);
        };
    }

    /** One word of an enum, in lower case. */
    static <E extends Enum<E>> ValueParser<E> oneOf(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "one of " + String.join(", ", words(type)) + hint(text, words(type))));
    }

    /** Words with commas between; nothing for an empty text. */
    static ValueParser<List<String>> list() {
        return text -> text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false");
        }
        return Boolean.valueOf(text);
    }

    private static Duration duration(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)").matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a length of time like 500ms, 20s, 15m or 24h");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Integer bitRate(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,6})([kM])").matcher(text);
        long rate = matcher.matches()
                ? Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("k") ? 1000L : 1_000_000L)
                : 0;
        if (rate < 32_000 || rate > 100_000_000) {
            throw new IllegalArgumentException("bits a second like 250k or 4M, from 32k to 100M");
        }
        return (int) rate;
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(ValueParser::word).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String hint(String text, List<String> words) {
        return dev.fanlight.cli.DidYouMean.nearest(text, words)
                .map(word -> " (did you mean \"" + word + "\"?)")
                .orElse("");
    }
}
