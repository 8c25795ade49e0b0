package dev.fanlight.media.srtp;

import java.util.BitSet;

/**
 * Which packets of a source were received lately (RFC 3711 §3.3.2), so that none counts twice: a ring of {@link #PACKETS} up to the newest. Not
 * thread safe.
 */
final class ReplayWindow {

    /** How far a packet may be behind the newest. */
    static final int PACKETS = 1024;

    private final BitSet received = new BitSet(PACKETS);
    private long newest = -1;

    /** The index of the newest packet; −1 when there was none. */
    long newest() {
        return newest;
    }

    /** Whether a packet is neither too old nor known. */
    boolean isNew(long index) {
        return index >= 0 && index > newest - PACKETS && (index > newest || !received.get(slot(index)));
    }

    /** An authentic packet that {@link #isNew}. */
    void add(long index) {
        if (index >= newest + PACKETS) {
            received.clear();
        } else {
            for (long skipped = newest + 1; skipped <= index; skipped++) {
                received.clear(slot(skipped));
            }
        }
        received.set(slot(index));
        newest = Math.max(newest, index);
    }

    private static int slot(long index) {
        return (int) (index % PACKETS);
    }
}
