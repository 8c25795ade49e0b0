package dev.fanlight.identity;

import java.util.Locale;

/** Base32 of RFC 4648 §6 in lower case without padding: for secrets that people read out or type. Thread safe. */
public final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    /** The text of {@code bytes}; five bits per character, the last one padded with zero bits. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(buffer << (5 - bits) & 31));
        }
        return text.toString();
    }

    /** Whether {@code text} has exactly {@code length} characters of the alphabet; case-insensitive. */
    public static boolean isEncoded(String text, int length) {
        return text.length() == length && text.toLowerCase(Locale.ROOT).chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
