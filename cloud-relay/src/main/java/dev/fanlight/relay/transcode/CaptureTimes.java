package dev.fanlight.relay.transcode;

import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The capture times of the frames that are in an encoder, by the whole milliseconds that containers carry: so none is rounded. Holds at most
 * {@link #MOST}. Not thread safe.
 */
final class CaptureTimes {

    /** Frames in an encoder beyond which it is full: 2 s at 30 frames a second. */
    static final int MOST = 60;

    /** What the first frame is called, so that frames shown before it, as H.265 has them, are not negative. */
    private static final long BEGIN_MILLIS = 1_000;

    private final TreeMap<Long, Long> micros = new TreeMap<>();
    private OptionalLong base = OptionalLong.empty();

    /** Takes note of a frame that is shown at this time, µs; what the encoder is to call it, ms. */
    long add(long shownMicros) {
        if (base.isEmpty()) {
            base = OptionalLong.of(shownMicros - BEGIN_MILLIS * 1_000);
        }
        long millis = Math.max(0, Math.floorDiv(shownMicros - base.getAsLong(), 1_000));
        while (micros.containsKey(millis)) {
            millis++;
        }
        micros.put(millis, shownMicros);
        while (micros.size() > MOST) {
            micros.pollFirstEntry();
        }
        return millis;
    }

    /** The time of a frame that has come out, µs, and forgets those before it, which will not come; empty for one that did not go in. */
    OptionalLong take(long millis) {
        Long found = micros.get(millis);
        micros.headMap(millis, true).clear();
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** How many frames went in and have not come out. */
    int size() {
        return micros.size();
    }
}
