package dev.fanlight.relay.gateway.still;

import dev.fanlight.media.Track;
import dev.fanlight.relay.child.FfmpegChild;
import dev.fanlight.relay.stream.IndexedFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A child that makes JPEGs of one track. Guarded by the stream’s lock. */
final class JpegEncoder implements AutoCloseable {

    /** Key frames that a decoder may hold back though nothing is wrong with it. */
    private static final int MOST_HELD = 3;

    private static final int MOST_FED = 32;

    private final Track track;
    private final EncoderWork work;
    private final StillTags tags;
    private final FfmpegChild child;
    private final Object output;
    private final Deque<Fed> fed = new ArrayDeque<>();
    private boolean begun;
    private boolean skipping;

    /**
     * Feeds a child that has been started.
     *
     * @param output reads it
     */
    JpegEncoder(Track track, EncoderWork work, StillTags tags, FfmpegChild child, Object output) {
        this.track = track;
        this.work = work;
        this.tags = tags;
        this.child = child;
        this.output = output;
        child.write(tags.head());
    }

    /**
     * A frame that it was fed.
     *
     * @param number of its key frame
     * @param arrivedMillis when it arrived
     * @param nanos when it was fed
     */
    record Fed(long number, long arrivedMillis, long nanos) {}

    /** Whether it is the one that {@code output} reads. */
    boolean is(Object other) {
        return output == other;
    }

    Track track() {
        return track;
    }

    EncoderWork work() {
        return work;
    }

    /** Feeds a key frame alone. One that does not fit is skipped: the next one is newer. */
    void still(KeptKeyFrame key, long nowNanos) {
        if (child.isFull() || fed.size() == MOST_FED || (work == EncoderWork.ONE && begun)) {
            return;
        }
        begun = true;
        fed.add(new Fed(key.number(), key.arrivedMillis(), nowNanos));
        child.write(tags.still(key.frame(), nowNanos));
        if (work == EncoderWork.ONE) {
            child.finish();
        }
    }

    /** Feeds the next frame; when the child is behind, all are skipped until the next key frame. */
    void frame(IndexedFrame frame, long number, long arrivedMillis) {
        if (frame.isKey()) {
            skipping = child.isFull();
        }
        if ((!begun && !frame.isKey()) || skipping) {
            return;
        }
        begun = true;
        Fed next = new Fed(
                number,
                arrivedMillis,
                fed.isEmpty() ? frame.arrivedNanos() : fed.element().nanos());
        fed.clear();
        fed.add(next);
        skipping = !child.write(tags.frame(frame.frame(), frame.arrivedNanos())) || child.isFull();
    }

    /** What the JPEG that has come was made of. */
    Optional<Fed> answered() {
        return Optional.ofNullable(fed.poll());
    }

    boolean isAnswered() {
        return fed.isEmpty();
    }

    /** Whether nothing has come for {@code nanos} though it was fed. */
    boolean isStuck(long nowNanos, long nanos) {
        boolean late = !fed.isEmpty() && nowNanos - fed.element().nanos() > nanos;
        return late && (work == EncoderWork.FRAMES || fed.size() > MOST_HELD);
    }

    @Override
    public void close() {
        child.close();
    }
}
