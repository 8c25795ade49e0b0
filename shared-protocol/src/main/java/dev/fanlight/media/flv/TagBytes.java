package dev.fanlight.media.flv;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the header of a tag body, bounds-checked. Not thread safe; the buffer it is made of is not consumed. */
final class TagBytes {

    private static final int FOUR_CC_BYTES = 4;

    private final ByteBuffer in;

    TagBytes(ByteBuffer body) {
        this.in = body.duplicate();
    }

    int u8() throws BitstreamException {
        require(1);
        return in.get() & 0xFF;
    }

    int u16() throws BitstreamException {
        return u8() << 8 | u8();
    }

    int u24() throws BitstreamException {
        return u16() << 8 | u8();
    }

    int s24() throws BitstreamException {
        return u24() << 8 >> 8;
    }

    String fourCc() throws BitstreamException {
        return StandardCharsets.ISO_8859_1.decode(take(FOUR_CC_BYTES)).toString();
    }

    ByteBuffer take(int count) throws BitstreamException {
        require(count);
        ByteBuffer taken = in.slice(in.position(), count);
        in.position(in.position() + count);
        return taken;
    }

    ByteBuffer rest() {
        return in.slice();
    }

    private void require(int count) throws BitstreamException {
        if (in.remaining() < count) {
            throw new BitstreamException("an FLV tag is cut off");
        }
    }
}
