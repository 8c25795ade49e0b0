package dev.fanlight.media.bitstream;

import java.nio.ByteBuffer;
import java.util.List;

/** Reads the bytes of a decoder configuration record (ISO/IEC 14496-15), bounds-checked. Not thread safe. */
public final class RecordReader {

    private final ByteBuffer in;

    /** Reads a record from its first byte; the array is not written to. */
    public RecordReader(byte[] record) {
        this.in = ByteBuffer.wrap(record);
    }

    /** The next byte, 0–255. */
    public int u8() throws BitstreamException {
        require(1);
        return in.get() & 0xFF;
    }

    /** The next two bytes, 0–65535. */
    public int u16() throws BitstreamException {
        require(2);
        return in.getShort() & 0xFFFF;
    }

    /** The next {@code count} bytes, at most 8, as one big-endian number. */
    public long number(int count) throws BitstreamException {
        require(count);
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | (in.get() & 0xFF);
        }
        return value;
    }

    /** Adds {@code count} NAL units, each behind a u16 length, as views of the record. */
    public void readUnits(int count, List<ByteBuffer> units) throws BitstreamException {
        for (int i = 0; i < count; i++) {
            int length = u16();
            require(length);
            units.add(in.slice(in.position(), length));
            in.position(in.position() + length);
        }
    }

    private void require(int count) throws BitstreamException {
        if (in.remaining() < count) {
            throw new BitstreamException("the configuration record is cut off");
        }
    }
}
