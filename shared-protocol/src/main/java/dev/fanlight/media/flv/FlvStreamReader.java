package dev.fanlight.media.flv;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.PartialBytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes an FLV stream apart into tags, whatever pieces it comes in. Holds at most one tag that is not complete; its memory grows with what
 * has arrived, never with what a header announces. Not thread safe.
 */
public final class FlvStreamReader {

    private static final int SIGNATURE = 0x464C56;
    private static final int MAX_STREAM_HEADER_BYTES = 64;
    private static final int TYPE_BITS = 0x1F;
    private static final int FILTERED = 0x20;

    private final PartialBytes part = new PartialBytes();
    private boolean begun;

    /**
     * Takes the next piece.
     *
     * @param piece consumed
     * @return the tags that it completes, in order; those of unknown types are ignored
     * @throws BitstreamException when this is no FLV, a tag is too large or encrypted; the reader is of no use after that
     */
    public List<FlvTag> read(ByteBuffer piece) throws BitstreamException {
        List<FlvTag> tags = new ArrayList<>();
        while (begun ? readTag(piece, tags) : readStreamHeader(piece)) {
            part.clear();
        }
        return tags;
    }

    private boolean readStreamHeader(ByteBuffer piece) throws BitstreamException {
        if (!part.fill(piece, 9)) {
            return false;
        }
        ByteBuffer head = part.bytes();
        int size = head.getInt(5);
        if (head.getInt(0) >>> 8 != SIGNATURE || size < 9 || size > MAX_STREAM_HEADER_BYTES) {
            throw new BitstreamException("this is no FLV stream");
        }
        begun = part.fill(piece, size + FlvFraming.TAG_TRAILER_BYTES);
        return begun;
    }

    private boolean readTag(ByteBuffer piece, List<FlvTag> tags) throws BitstreamException {
        if (!part.fill(piece, FlvFraming.TAG_HEADER_BYTES)) {
            return false;
        }
        int first = part.bytes().getInt(0);
        int size = first & 0xFF_FFFF;
        if ((first >>> 24 & FILTERED) != 0) {
            throw new BitstreamException("the FLV stream is encrypted");
        }
        if (size > FlvTag.MAX_BODY_BYTES) {
            throw new BitstreamException("an FLV tag is larger than 2 MiB");
        }
        if (!part.fill(piece, FlvFraming.TAG_HEADER_BYTES + size + FlvFraming.TAG_TRAILER_BYTES)) {
            return false;
        }
        Optional<FlvTagType> type = FlvTagType.of(first >>> 24 & TYPE_BITS);
        int time = part.bytes().getInt(4);
        long millis = Integer.toUnsignedLong(time >>> 8 | time << 24);
        type.ifPresent(known -> tags.add(new FlvTag(known, millis, part.copy(FlvFraming.TAG_HEADER_BYTES, size))));
        return true;
    }
}
