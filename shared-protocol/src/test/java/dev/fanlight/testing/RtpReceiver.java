package dev.fanlight.testing;

import dev.fanlight.media.bitstream.NalUnits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Puts the access units of one track together again out of its packets, and fails where numbers or marks are wrong. */
public final class RtpReceiver {

    /** A payload format. */
    public enum Format {
        H264,
        H265,
        AAC,
        /** A packet is a unit. */
        WHOLE
    }

    /**
     * An access unit.
     *
     * @param timestamp in ticks, unsigned
     * @param bytes NAL units behind u32 lengths, or what the packets carry
     */
    public record Unit(long timestamp, ByteBuffer bytes) {}

    /** The units that are whole. */
    public final List<Unit> units = new ArrayList<>();

    private final Format format;
    private final List<ByteBuffer> nals = new ArrayList<>();
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
    private int sequence = -1;
    private long timestamp = -1;

    public RtpReceiver(Format format) {
        this.format = format;
    }

    /** Takes the next packet. */
    public void take(ByteBuffer packet) {
        ByteBuffer in = packet.slice();
        check((in.get() & 0xFF) == 0x80, "version 2 without extensions");
        boolean marker = (in.get() & 0x80) != 0;
        int number = in.getShort() & 0xFFFF;
        check(sequence < 0 || number == ((sequence + 1) & 0xFFFF), "sequence " + number + " after " + sequence);
        sequence = number;
        long time = in.getInt() & 0xFFFF_FFFFL;
        in.getInt();
        check(time == timestamp || (nals.isEmpty() && fragments.size() == 0), "a unit has one timestamp");
        timestamp = time;
        payload(in.slice(), marker);
    }

    private void payload(ByteBuffer in, boolean marker) {
        switch (format) {
            case H264 -> nal(in, 28, 1);
            case H265 -> nal(in, 49, 2);
            case AAC -> aac(in, marker);
            case WHOLE -> units.add(new Unit(timestamp, in));
        }
        if (marker && (format == Format.H264 || format == Format.H265)) {
            check(fragments.size() == 0, "the mark comes behind the last fragment");
            ByteBuffer unit = ByteBuffer.allocate(NalUnits.prefixedSize(nals));
            NalUnits.writeLengthPrefixed(nals, unit);
            units.add(new Unit(timestamp, unit.flip()));
            nals.clear();
        }
    }

    private void nal(ByteBuffer in, int fragment, int headerBytes) {
        int type = headerBytes == 1 ? in.get(0) & 0x1F : in.get(0) >> 1 & 0x3F;
        if (type != fragment) {
            check(fragments.size() == 0, "fragments of a unit follow each other");
            nals.add(in);
            return;
        }
        int head = in.get(headerBytes);
        boolean start = (head & 0x80) != 0;
        check(start == (fragments.size() == 0), "the first fragment, and no other, is the start");
        if (start) {
            fragments.write(
                    headerBytes == 1 ? (in.get(0) & 0xE0) | (head & 0x1F) : (in.get(0) & 0x81) | ((head & 0x3F) << 1));
            fragments.write(in.array(), in.arrayOffset() + 1, headerBytes - 1);
        }
        fragments.write(in.array(), in.arrayOffset() + headerBytes + 1, in.remaining() - headerBytes - 1);
        if ((head & 0x40) != 0) {
            nals.add(ByteBuffer.wrap(fragments.toByteArray()));
            fragments.reset();
        }
    }

    private void aac(ByteBuffer in, boolean marker) {
        check(in.getShort() == 16, "one header of 16 bits");
        int size = (in.getShort() & 0xFFFF) >> 3;
        fragments.write(in.array(), in.arrayOffset() + in.position(), in.remaining());
        check(marker == (fragments.size() == size), "the mark is at the end of the frame");
        if (marker) {
            units.add(new Unit(timestamp, ByteBuffer.wrap(fragments.toByteArray())));
            fragments.reset();
        }
    }

    private static void check(boolean condition, String rule) {
        if (!condition) {
            throw new AssertionError(rule);
        }
    }
}
