package dev.fanlight.identity;

import java.util.random.RandomGenerator;

/**
 * The code that a waiting agent shows and the owner enters (user code, RFC 8628 §6.1). Immutable.
 *
 * @param text {@link #LENGTH} characters of {@link #ALPHABET}: 34.5 bits
 */
public record ApprovalCode(String text) {

    /** Twenty capitals without vowels: no ambiguous characters, no words. */
    public static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

    /** Characters of a code. */
    public static final int LENGTH = 8;

    /** Checks the format. */
    public ApprovalCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("An approval code has " + LENGTH + " letters of " + ALPHABET);
        }
    }

    /** A new code. */
    public static ApprovalCode draw(RandomGenerator random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ApprovalCode(text.toString());
    }

    /** Whether {@code text} could be a code. */
    public static boolean isValid(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
