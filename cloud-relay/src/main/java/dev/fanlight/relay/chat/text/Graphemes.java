package dev.fanlight.relay.chat.text;

import java.util.regex.Pattern;

/** Text as people see it: the count of grapheme clusters (UAX #29). Stateless, thread safe. */
final class Graphemes {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    static int count(String text) {
        return (int) CLUSTER.matcher(text).results().count();
    }
}
