package dev.fanlight.relay.fanout;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.MediaFrame;
import java.util.concurrent.atomic.AtomicInteger;

/** A frame that counts its references. */
final class TestFrame implements MediaFrame {

    static final long EPOCH = 7;

    private final MediaHeader header;
    private final int size;
    private final AtomicInteger references = new AtomicInteger(1);

    private TestFrame(MediaHeader header, int size) {
        this.header = header;
        this.size = size;
    }

    static TestFrame video(long sequence, boolean key, int size) {
        return track(0, sequence, key, size);
    }

    static TestFrame track(int track, long sequence, boolean key, int size) {
        return flagged(track, sequence, key ? MediaHeader.KEY : 0, size);
    }

    static TestFrame flagged(int track, long sequence, int flags, int size) {
        MediaHeader header = new MediaHeader(MediaKind.VIDEO, flags, track, 0, sequence, sequence * 33_333, EPOCH, 0);
        return new TestFrame(header, size);
    }

    @Override
    public MediaHeader header() {
        return header;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void retain() {
        if (references.getAndIncrement() <= 0) {
            throw new IllegalStateException("retained after it was freed");
        }
    }

    @Override
    public void release() {
        if (references.decrementAndGet() < 0) {
            throw new IllegalStateException("released too often");
        }
    }

    /** With its place in the stream, as the hub would number it when none is disposable and none missing. */
    IndexedFrame at(long arrivedNanos) {
        long index = header.sequence();
        return new IndexedFrame(this, index, header.isKey() ? index : index - 1, arrivedNanos);
    }

    int references() {
        return references.get();
    }

    @Override
    public String toString() {
        return (header.isKey() ? "K" : "") + header.sequence();
    }
}
