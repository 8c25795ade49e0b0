package dev.fanlight.relay.gateway.hls;

import java.util.concurrent.atomic.AtomicInteger;

/** The memory that the muxers of all cameras share in equal parts: the more there are, the shorter is what each keeps. Thread safe. */
final class HlsMemory {

    /** Bytes below which a part would be too small: a camera that is one more is refused. */
    static final int LEAST_SHARE = 6 * 1024 * 1024;

    private final long bytes;
    private final AtomicInteger muxers = new AtomicInteger();

    HlsMemory(long bytes) {
        this.bytes = bytes;
    }

    /** Takes a part for one more muxer; false when there is none. */
    boolean enter() {
        int before = muxers.getAndUpdate(count -> hasRoomBeside(count) ? count + 1 : count);
        return hasRoomBeside(before);
    }

    /** Gives a part back that was taken. */
    void leave() {
        muxers.decrementAndGet();
    }

    /** Most bytes of a muxer’s complete segments now. */
    int windowBytes() {
        // The rest is for the segment that is open.
        return (int) Math.min(SegmentWindow.MAX_BYTES, share() * 2 / 3);
    }

    /** Most bytes of a segment now. */
    int segmentBytes() {
        return (int) Math.min(Segmenter.MAX_SEGMENT_BYTES, share() / 3);
    }

    private boolean hasRoomBeside(int count) {
        return (count + 1L) * LEAST_SHARE <= bytes;
    }

    private long share() {
        return bytes / Math.max(1, muxers.get());
    }
}
