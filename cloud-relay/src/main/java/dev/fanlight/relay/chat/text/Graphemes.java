package dev.fanlight.relay.chat.text;

import java.util.regex.Pattern;

/** Counts grapheme clusters, the characters that a reader perceives (UAX #29). Stateless, thread safe. */
final class Graphemes {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    static int count(String text) {
        return (int) CLUSTER.matcher(text).results().count();
    }
}
