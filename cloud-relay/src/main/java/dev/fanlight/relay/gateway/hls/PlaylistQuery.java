package dev.fanlight.relay.gateway.hls;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a player says of the playlist that it wants: the delivery directives of RFC 8216bis §6.2.5. Immutable.
 *
 * @param segment {@code _HLS_msn}: the answer waits until this segment is there
 * @param part {@code _HLS_part}: or this part of it
 * @param skip {@code _HLS_skip}: whether it knows the older segments
 */
record PlaylistQuery(OptionalLong segment, OptionalInt part, boolean skip) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** Reads them; empty when they are no numbers, or a part is named and no segment. */
    static Optional<PlaylistQuery> of(MultiMap parameters) {
        String segment = parameters.get("_HLS_msn");
        String part = parameters.get("_HLS_part");
        String skip = parameters.get("_HLS_skip");
        if (!isNumber(segment) || !isNumber(part) || (segment == null && part != null)) {
            return Optional.empty();
        }
        return Optional.of(new PlaylistQuery(
                segment == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(segment)),
                part == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(part)),
                "YES".equals(skip) || "v2".equals(skip)));
    }

    /** Whether a playlist of this window is an answer; without a segment, any that there is something to play in. */
    boolean isAnsweredBy(LiveWindow window) {
        return segment.isPresent() ? window.holds(segment.getAsLong(), part) : window.isPlayable();
    }

    boolean isTooFar(LiveWindow window) {
        return segment.isPresent() && window.isTooFar(segment.getAsLong(), part);
    }

    private static boolean isNumber(String text) {
        return text == null || NUMBER.matcher(text).matches();
    }
}
