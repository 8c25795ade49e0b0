package dev.fanlight.protocol.sdp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A format that one side offers for a kind of media. Immutable.
 *
 * @param payloadType 0–127
 * @param name encoding name and clock rate, as {@code rtpmap} has them
 * @param parameters as {@code fmtp} has them; may be empty
 */
public record MediaFormat(int payloadType, String name, String parameters) {

    private static final int MAX_PARAMETERS = 64;

    /** Whether it is this encoding; letters count alike in either case. */
    public boolean is(String encoding) {
        return name.toLowerCase(Locale.ROOT).startsWith(encoding.toLowerCase(Locale.ROOT) + "/");
    }

    /** The value of a parameter, if there is one. */
    public Optional<String> parameter(String key) {
        return Arrays.stream(parameters.split(";", MAX_PARAMETERS))
                .map(String::strip)
                .filter(part -> part.regionMatches(true, 0, key + "=", 0, key.length() + 1))
                .map(part -> part.substring(key.length() + 1))
                .findFirst();
    }
}
