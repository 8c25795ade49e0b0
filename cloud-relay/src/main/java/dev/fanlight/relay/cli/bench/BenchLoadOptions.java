package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.BenchTimes;
import dev.fanlight.relay.bench.LoadSteps;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How many viewers, and for how long. Filled by picocli. */
final class BenchLoadOptions {

    private static final String SECONDS = "10";
    private static final String WARM_UP = "8";
    private static final int MOST_SECONDS = 86_400;
    private static final Duration SETTLE = Duration.ofSeconds(2);

    @Option(
            names = "--viewers",
            paramLabel = "LADDER",
            defaultValue = LoadSteps.STANDARD,
            converter = Ladders.class,
            description = "How many watch: N, several like 100,500,1000, or 100..2000 (doubling). 0 only publishes and"
                    + " prints how to watch. Default: ${DEFAULT-VALUE}")
    private LoadSteps ladder = LoadSteps.parse(LoadSteps.STANDARD);

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = SECONDS,
            converter = AtLeastOne.class,
            description = "How long each number is measured. Default: ${DEFAULT-VALUE}")
    private Duration window = Duration.ZERO;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = WARM_UP,
            converter = Seconds.class,
            description = "How long the first viewers watch before anything is measured. Default: ${DEFAULT-VALUE}")
    private Duration warmUp = Duration.ZERO;

    LoadSteps ladder() {
        return ladder;
    }

    BenchTimes times() {
        return new BenchTimes(warmUp, SETTLE, window);
    }

    /** Reads numbers of viewers. Stateless, thread safe. */
    static final class Ladders implements ITypeConverter<LoadSteps> {

        @Override
        public LoadSteps convert(String typed) {
            try {
                return LoadSteps.parse(typed);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("not " + typed + " but " + e.getMessage() + ".");
            }
        }
    }

    /** Reads whole seconds. Stateless, thread safe. */
    static final class Seconds implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String typed) {
            return seconds(typed, 0);
        }
    }

    /** Reads whole seconds, at least one. Stateless, thread safe. */
    static final class AtLeastOne implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String typed) {
            return seconds(typed, 1);
        }
    }

    private static Duration seconds(String typed, int least) {
        int seconds = typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : -1;
        if (seconds < least || seconds > MOST_SECONDS) {
            throw new TypeConversionException(
                    "not " + typed + " but whole seconds, " + least + " to " + MOST_SECONDS + ".");
        }
        return Duration.ofSeconds(seconds);
    }
}
