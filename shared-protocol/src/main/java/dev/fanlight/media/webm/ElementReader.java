package dev.fanlight.media.webm;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.PartialBytes;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Takes a stream apart into the elements that are read as a whole, whatever pieces it comes in. Elements that contain others are stepped into, and their
 * ends are not looked for, so they may be of unknown size; all else is skipped. Holds at most one element. Not thread safe.
 */
final class ElementReader {

    /** Largest element that is read: an access unit with what stands around it. */
    static final int MAX_ELEMENT_BYTES = 2 * 1024 * 1024 + 1024;

    /** Largest element that is skipped, such as an index or a picture. */
    static final long MAX_SKIPPED_BYTES = 16 * 1024 * 1024;

    private final PartialBytes part = new PartialBytes();
    private boolean begun;
    private long skipped;

    /** The next element that {@code piece} completes; empty when more has to come. Valid until the next call. */
    Optional<Element> next(ByteBuffer piece) throws BitstreamException {
        while (skip(piece)) {
            int head = head(piece);
            if (head == 0) {
                return Optional.empty();
            }
            ByteBuffer in = part.bytes();
            long id = EbmlNumber.id(in);
            long size = EbmlNumber.size(in);
            check(id, size);
            if (ElementId.isRead(id)) {
                return body(id, head, (int) size, piece);
            }
            part.clear();
            begun = true;
            skipped = ElementId.isContainer(id) ? 0 : size;
        }
        return Optional.empty();
    }

    private Optional<Element> body(long id, int head, int size, ByteBuffer piece) {
        if (!part.fill(piece, head + size)) {
            return Optional.empty();
        }
        Element element = new Element(id, part.copy(head, size));
        part.clear();
        begun = true;
        return Optional.of(element);
    }

    /** Whether nothing is to be skipped any more. */
    private boolean skip(ByteBuffer piece) {
        int count = (int) Math.min(skipped, piece.remaining());
        piece.position(piece.position() + count);
        skipped -= count;
        return skipped == 0;
    }

    /** Bytes of identifier and size; 0 while they are not there. */
    private int head(ByteBuffer piece) throws BitstreamException {
        if (!part.fill(piece, 1)) {
            return 0;
        }
        int id = EbmlNumber.length(part.bytes().get(0), EbmlNumber.MAX_ID_BYTES);
        if (!part.fill(piece, id + 1)) {
            return 0;
        }
        int head = id + EbmlNumber.length(part.bytes().get(id), EbmlNumber.MAX_SIZE_BYTES);
        return part.fill(piece, head) ? head : 0;
    }

    private void check(long id, long size) throws BitstreamException {
        if (!begun && id != ElementId.EBML) {
            throw new BitstreamException("this is no WebM stream");
        }
        if (ElementId.isContainer(id)) {
            return;
        }
        if (size == EbmlNumber.UNKNOWN) {
            throw new BitstreamException("an element of WebM does not say its size");
        }
        if (size > (ElementId.isRead(id) ? MAX_ELEMENT_BYTES : MAX_SKIPPED_BYTES)) {
            throw new BitstreamException("an element of WebM is too large");
        }
    }
}
