package dev.fanlight.relay.chat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people see it: signs that have no place in a chat, and the count of grapheme clusters (UAX 29). Stateless, thread safe. */
final class Graphemes {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Controls but the line feed, lone surrogates, bidirectional controls, invisible spaces, private use, not assigned. */
    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cc}&&[^\\n]]|\\p{Cs}|\\p{Co}|\\p{Cn}|[\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF]");

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private Graphemes() {}

    static int count(String text) {
        return (int) CLUSTER.matcher(text).results().count();
    }

    /** In canonical form, without unwanted signs and without space around it. */
    static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\t', ' ');
        return UNWANTED.matcher(Normalizer.normalize(lines, Normalizer.Form.NFC))
                .replaceAll("")
                .strip();
    }

    /** What two names have in common that people take for the same. */
    static String fold(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String core = NO_LETTER_OR_DIGIT.matcher(folded).replaceAll("");
        return core.isEmpty() ? folded : core;
    }
}
