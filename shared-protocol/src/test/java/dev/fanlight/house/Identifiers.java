package dev.fanlight.house;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the identifiers in a Java or TypeScript source and the words that they are made of. Stateless. */
final class Identifiers {

    /** Comments and texts. Possessive, so that a long one needs no deep stack. */
    private static final Pattern NO_CODE = Pattern.compile("/\\*(?s:.*?)\\*/"
            + "|//[^\\n]*+"
            + "|\"{3}(?s:.*?)\"{3}"
            + "|\"(?:[^\"\\\\\\n]++|\\\\.)*+\""
            + "|'(?:[^'\\\\\\n]++|\\\\.)*+'"
            + "|`(?:[^`\\\\]++|\\\\.)*+`");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Pattern BORDER =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private Identifiers() {}

    /** Every identifier once; comments and texts are left out. */
    static Set<String> in(String source) {
        Matcher matcher = IDENTIFIER.matcher(NO_CODE.matcher(source).replaceAll(" "));
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** {@code leftOut}, {@code LEFT_OUT} and {@code left-out} are “left out”. */
    static List<String> words(String identifier) {
        return Arrays.stream(BORDER.split(identifier))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
