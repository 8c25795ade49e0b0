package dev.fanlight.media.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the payloads of packets (RFC 6184, packetization mode 1: whole units, STAP-A, FU-A), in their order, to the NAL units of an access
 * unit. What it returns is copied. Not thread safe.
 */
public final class H264Depacketizer {

    /** Largest access unit, bytes; what is larger is broken. */
    public static final int MAX_UNIT_BYTES = 2 * 1024 * 1024;

    /** Most NAL units of an access unit; one with more is broken. */
    public static final int MAX_NALS = 256;

    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int START = 0x80;
    private static final int END = 0x40;
    private static final int TYPE = 0x1F;

    private final List<ByteBuffer> nals = new ArrayList<>();
    private final FragmentedNal fragments = new FragmentedNal();
    private int bytes;
    private boolean broken;

    /**
     * Adds the payload of the next packet.
     *
     * @param payload not consumed
     */
    public void add(ByteBuffer payload) {
        // Nothing of a broken unit is kept or counted, however long its end does not come.
        if (broken || payload.remaining() < 2) {
            return;
        }
        bytes += payload.remaining();
        int type = payload.get(payload.position()) & TYPE;
        if (bytes > MAX_UNIT_BYTES || nals.size() >= MAX_NALS) {
            lost();
        } else if (type > 0 && type < STAP_A) {
            nals.add(copy(payload));
        } else if (type == STAP_A) {
            aggregate(payload);
        } else if (type == FU_A && payload.remaining() > 2) {
            fragment(payload);
        } else {
            broken = true;
        }
    }

    /** Packets of the present access unit are missing. */
    public void lost() {
        broken = true;
        nals.clear();
        fragments.clear();
    }

    /** Ends the present access unit: its units in their order; none when it is broken or empty. */
    public List<ByteBuffer> end() {
        List<ByteBuffer> complete = broken || fragments.isOpen() ? List.of() : List.copyOf(nals);
        nals.clear();
        fragments.clear();
        bytes = 0;
        broken = false;
        return complete;
    }

    private void aggregate(ByteBuffer payload) {
        ByteBuffer rest = payload.slice();
        rest.get();
        while (rest.remaining() > 2) {
            int size = Short.toUnsignedInt(rest.getShort());
            if (size == 0 || size > rest.remaining() || nals.size() >= MAX_NALS) {
                broken = true;
                return;
            }
            nals.add(copy(rest.slice(rest.position(), size)));
            rest.position(rest.position() + size);
        }
    }

    private void fragment(ByteBuffer payload) {
        int indicator = payload.get(payload.position());
        int header = payload.get(payload.position() + 1);
        if ((header & START) != 0) {
            fragments.begin((byte) ((indicator & 0xE0) | (header & TYPE)));
        }
        if (!fragments.isOpen()) {
            broken = true;
            return;
        }
        fragments.add(payload.slice(payload.position() + 2, payload.remaining() - 2));
        if ((header & END) != 0) {
            nals.add(fragments.end());
        }
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining());
        copy.put(bytes.duplicate()).flip();
        return copy;
    }
}
