package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.BenchTimes;
import dev.fanlight.relay.bench.LoadSteps;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Numbers of viewers, and durations. Filled by picocli. */
final class BenchLoadOptions {

    private static final String SECONDS = "10";
    private static final String WARM_UP = "8";
    private static final int MAX_SECONDS = 86_400;
    private static final Duration SETTLE = Duration.ofSeconds(2);

    @Option(
            names = "--viewers",
            paramLabel = "NUMBERS",
            defaultValue = LoadSteps.STANDARD,
            converter = StepsConverter.class,
            description =
                    "Numbers of viewers: one, a list like 100,500,1000 or a range like 100..2000 (doubling). 0 only"
                            + " publishes and prints the watch link. Default: ${DEFAULT-VALUE}")
    private LoadSteps steps = LoadSteps.parse(LoadSteps.STANDARD);

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = SECONDS,
            converter = AtLeastOne.class,
            description = "How long to measure each number of viewers. Default: ${DEFAULT-VALUE}")
    private Duration window = Duration.ZERO;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = WARM_UP,
            converter = Seconds.class,
            description = "Warm-up with the first viewers before the first measurement. Default: ${DEFAULT-VALUE}")
    private Duration warmUp = Duration.ZERO;

    LoadSteps steps() {
        return steps;
    }

    BenchTimes times() {
        return new BenchTimes(warmUp, SETTLE, window);
    }

    /** Parses numbers of viewers. Stateless, thread safe. */
    static final class StepsConverter implements ITypeConverter<LoadSteps> {

        @Override
        public LoadSteps convert(String typed) {
            try {
                return LoadSteps.parse(typed);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("\"" + typed + "\" is not " + e.getMessage() + ".");
            }
        }
    }

    /** Parses whole seconds. Stateless, thread safe. */
    static final class Seconds implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String typed) {
            return seconds(typed, 0);
        }
    }

    /** Parses whole seconds, at least one. Stateless, thread safe. */
    static final class AtLeastOne implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String typed) {
            return seconds(typed, 1);
        }
    }

    private static Duration seconds(String typed, int least) {
        int seconds = typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : -1;
        if (seconds < least || seconds > MAX_SECONDS) {
            throw new TypeConversionException(
                    "\"" + typed + "\" is not a number of whole seconds, " + least + " to " + MAX_SECONDS + ".");
        }
        return Duration.ofSeconds(seconds);
    }
}
