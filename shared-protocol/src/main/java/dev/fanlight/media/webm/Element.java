package dev.fanlight.media.webm;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An element with its body.
 *
 * @param id with the marker bits
 * @param body a view, big-endian
 */
record Element(long id, ByteBuffer body) {

    /** Most elements in one that is read as a whole: a track has some 30. */
    static final int MAX_CHILDREN = 256;

    /** The elements in this one. */
    List<Element> children() throws BitstreamException {
        ByteBuffer in = body.duplicate();
        List<Element> children = new ArrayList<>();
        while (in.hasRemaining()) {
            long child = EbmlNumber.id(in);
            long size = EbmlNumber.size(in);
            if (size < 0 || size > in.remaining()) {
                throw EbmlNumber.cutOff();
            }
            if (children.size() >= MAX_CHILDREN) {
                throw new BitstreamException("an element of WebM has more than " + MAX_CHILDREN + " in it");
            }
            children.add(new Element(child, in.slice(in.position(), (int) size)));
            in.position(in.position() + (int) size);
        }
        return children;
    }
}
