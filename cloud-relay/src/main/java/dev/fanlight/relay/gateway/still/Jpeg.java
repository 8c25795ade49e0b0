package dev.fanlight.relay.gateway.still;

import java.time.Duration;

/**
 * A frame as a JPEG (ITU-T T.81). Immutable; the bytes are never changed.
 *
 * @param bytes the file
 * @param number that of the key frame it was made of, or of the newest one before its frame
 * @param arrivedMillis when its frame arrived, ms since 1970
 * @param madeNanos when it was made
 */
record Jpeg(byte[] bytes, long number, long arrivedMillis, long madeNanos) {

    /** Whether it was made less than {@code limit} ago. */
    boolean isFresh(long nowNanos, Duration limit) {
        return nowNanos - madeNanos < limit.toNanos();
    }
}
