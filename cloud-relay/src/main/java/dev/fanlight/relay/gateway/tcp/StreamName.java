package dev.fanlight.relay.gateway.tcp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a peer of a gateway names to publish or to watch: {@code KEY}, or {@code CAMERA?key=KEY}. May be anything. Immutable.
 *
 * @param name in front of the question mark
 * @param key value of {@code key} behind it, if there is one
 */
public record StreamName(String name, Optional<String> key) {

    private static final String KEY = "key=";

    /** Reads one; anything is a name. */
    public static StreamName parse(String text) {
        int query = text.indexOf('?');
        if (query < 0) {
            return new StreamName(text, Optional.empty());
        }
        Optional<String> key = Arrays.stream(text.substring(query + 1).split("&"))
                .filter(part -> part.startsWith(KEY))
                .map(part -> decoded(part.substring(KEY.length())))
                .findFirst();
        return new StreamName(text.substring(0, query), key);
    }

    /** Does not show what may be a key. */
    @Override
    public String toString() {
        return "StreamName[]";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
