package dev.fanlight.agent.config;

import dev.fanlight.settings.ValueParser;
import java.util.OptionalInt;

/**
 * Where sound comes from, and how it is encoded. Immutable.
 *
 * @param input where it comes from
 * @param bitRate of Opus, bits a second; empty for the usual one of its channels
 */
public record AudioSettings(AudioInput input, OptionalInt bitRate) {

    /** Lowest bit rate, bits a second: speech is understood. */
    public static final int MIN_BIT_RATE = 12_000;

    /** Highest bit rate, bits a second: more is not heard. */
    public static final int MAX_BIT_RATE = 256_000;

    /** Reads {@code auto} or bits a second. */
    static final ValueParser<OptionalInt> BIT_RATE = AudioSettings::parse;

    private static final int MONO = 32_000;
    private static final int STEREO = 64_000;
    private static final int KILO = 1000;
    private static final int MOST_DIGITS = 3;

    /** Whether the sound that a source brings is published. */
    public boolean isFromSource() {
        return input instanceof AudioInput.FromSource;
    }

    /** Bits a second for so many channels. */
    public int bitRate(int channels) {
        return bitRate.orElse(channels == 1 ? MONO : STEREO);
    }

    private static OptionalInt parse(String text) {
        if (text.equals("auto")) {
            return OptionalInt.empty();
        }
        boolean number = text.matches("[0-9]{1," + MOST_DIGITS + "}k");
        int rate = number ? Integer.parseInt(text.substring(0, text.length() - 1)) * KILO : 0;
        if (rate < MIN_BIT_RATE || rate > MAX_BIT_RATE) {
            throw new IllegalArgumentException("auto, or bits a second like 32k, from 12k to 256k");
        }
        return OptionalInt.of(rate);
    }
}
