package dev.fanlight.media.webm;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One frame or packet of a track (RFC 9559 §10).
 *
 * @param track number of its track
 * @param ticks its time after that of its cluster
 * @param key whether nothing comes before it that it needs
 * @param laced whether it holds several
 * @param data the bytes, a view
 */
record Block(long track, int ticks, boolean key, boolean laced, ByteBuffer data) {

    private static final int KEY = 0x80;
    private static final int LACING = 0x06;
    private static final int HEAD_BYTES = 3;

    static Block simple(Element element) throws BitstreamException {
        return read(element.body(), false);
    }

    /** The one in a group, which is a key frame when it refers to no other. */
    static Optional<Block> ofGroup(Element group) throws BitstreamException {
        Optional<Block> block = Optional.empty();
        boolean refers = false;
        for (Element child : group.children()) {
            if (child.id() == ElementId.BLOCK) {
                block = Optional.of(read(child.body(), true));
            }
            refers |= child.id() == ElementId.REFERENCE_BLOCK;
        }
        boolean key = !refers;
        return block.map(read -> new Block(read.track, read.ticks, key, read.laced, read.data));
    }

    private static Block read(ByteBuffer body, boolean key) throws BitstreamException {
        ByteBuffer in = body.duplicate();
        long track = EbmlNumber.size(in);
        if (in.remaining() < HEAD_BYTES) {
            throw EbmlNumber.cutOff();
        }
        int ticks = in.getShort();
        int flags = in.get();
        return new Block(track, ticks, key || (flags & KEY) != 0, (flags & LACING) != 0, in.slice());
    }
}
