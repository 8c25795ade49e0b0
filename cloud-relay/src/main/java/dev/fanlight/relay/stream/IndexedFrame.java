package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.buffer.SharedBuffer;

/**
 * An access unit with its number in the stream. Immutable; whatever holds it needs a reference to the frame.
 *
 * @param frame the access unit
 * @param index number within its track, over all epochs
 * @param reference index of the newest access unit before it that others may refer to; its own for a key frame
 * @param arrivedNanos when the stream received it
 */
public record IndexedFrame(MediaFrame frame, long index, long reference, long arrivedNanos) implements SharedBuffer {

    public int track() {
        return frame.header().track();
    }

    public boolean isKey() {
        return frame.header().isKey();
    }

    public boolean isDisposable() {
        return frame.header().isDisposable();
    }

    public boolean isVideo() {
        return frame.header().kind() == MediaKind.VIDEO;
    }

    /** Index of the newest access unit that others may refer to, once this one has been delivered. */
    public long newestReference() {
        return isDisposable() && !isKey() ? reference : index;
    }

    @Override
    public int size() {
        return frame.size();
    }

    @Override
    public void retain() {
        frame.retain();
    }

    @Override
    public void release() {
        frame.release();
    }
}
