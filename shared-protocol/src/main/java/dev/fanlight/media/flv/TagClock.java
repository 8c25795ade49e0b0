package dev.fanlight.media.flv;

import java.util.OptionalLong;

/** The time of tags, which counts on where their 32 bits begin anew, after 49.7 days. Not thread safe. */
final class TagClock {

    private OptionalLong last = OptionalLong.empty();

    long millis(long timestamp) {
        // Of all times with these 32 bits the nearest one is meant.
        long millis = last.isEmpty() ? timestamp : last.getAsLong() + (int) (timestamp - last.getAsLong());
        last = OptionalLong.of(millis);
        return millis;
    }
}
