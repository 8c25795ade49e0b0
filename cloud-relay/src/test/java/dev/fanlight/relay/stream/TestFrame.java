package dev.fanlight.relay.stream;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.relay.buffer.SharedBuffer;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A frame that counts its references. */
public final class TestFrame implements MediaFrame {

    public static final long EPOCH = 7;

    private final MediaHeader header;
    private final int size;
    private final AtomicInteger references = new AtomicInteger(1);

    private TestFrame(MediaHeader header, int size) {
        this.header = header;
        this.size = size;
    }

    public static TestFrame video(long sequence, boolean key, int size) {
        return track(0, sequence, key, size);
    }

    public static TestFrame track(int track, long sequence, boolean key, int size) {
        return flagged(track, sequence, key ? MediaHeader.KEY : 0, size);
    }

    public static TestFrame flagged(int track, long sequence, int flags, int size) {
        MediaHeader header = new MediaHeader(MediaKind.VIDEO, flags, track, 0, sequence, sequence * 33_333, EPOCH, 0);
        return new TestFrame(header, size);
    }

    public static TestFrame sound(int track, long sequence, int size) {
        MediaHeader header =
                new MediaHeader(MediaKind.AUDIO, MediaHeader.KEY, track, 0, sequence, sequence * 20_000, EPOCH, 0);
        return new TestFrame(header, size);
    }

    @Override
    public MediaHeader header() {
        return header;
    }

    @Override
    public ByteBuffer payload() {
        return ByteBuffer.allocate(size).asReadOnlyBuffer();
    }

    @Override
    public SharedBuffer in(FrameForm form) {
        return this;
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

    /** With its place in the stream, as the stream would number it when none is disposable and none missing. */
    public IndexedFrame at(long arrivedNanos) {
        long index = header.sequence();
        return new IndexedFrame(this, index, header.isKey() ? index : index - 1, arrivedNanos);
    }

    public int references() {
        return references.get();
    }

    @Override
    public String toString() {
        return (header.isKey() ? "K" : "") + header.sequence();
    }
}
