package dev.fanlight.media.rtcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads compounds of reports, decrypted already. What is unknown, cut off or too much is not read. Stateless. */
public final class RtcpReader {

    /** Most packets that one compound may name as missing. */
    public static final int MAX_MISSING = 512;

    /** Most events of one compound. */
    public static final int MAX_EVENTS = 64;

    private static final int HEADER_BYTES = 8;
    private static final int FEEDBACK_HEADER_BYTES = 12;
    private static final int SENDER_BYTES = 28;
    private static final int BLOCK_BYTES = 24;
    private static final int FULL_INTRA_BYTES = 16;
    private static final int FOLLOWING = 16;

    private RtcpReader() {}

    /** What a compound says, in its order. Not consumed. */
    public static List<RtcpEvent> read(ByteBuffer compound) {
        List<RtcpEvent> events = new ArrayList<>();
        ByteBuffer bytes = compound.slice();
        int at = 0;
        while (at + HEADER_BYTES <= bytes.limit() && events.size() < MAX_EVENTS) {
            int size = RtcpType.WORD_BYTES * (1 + Short.toUnsignedInt(bytes.getShort(at + 2)));
            if ((bytes.get(at) & 0xC0) != RtcpType.VERSION || size > bytes.limit() - at) {
                return events;
            }
            if (size >= HEADER_BYTES) {
                read(bytes.slice(at, size), events);
            }
            at += size;
        }
        return events;
    }

    private static void read(ByteBuffer packet, List<RtcpEvent> events) {
        int count = packet.get(0) & 0x1F;
        switch (Byte.toUnsignedInt(packet.get(1))) {
            case RtcpType.SENDER_REPORT -> sender(packet, count, events);
            case RtcpType.RECEIVER_REPORT -> blocks(packet, HEADER_BYTES, count, events);
            case RtcpType.TRANSPORT_FEEDBACK -> transport(packet, count, events);
            case RtcpType.PAYLOAD_FEEDBACK -> payload(packet, count, events);
            case RtcpType.GOODBYE -> events.add(new RtcpEvent.Goodbye(packet.getInt(4)));
            default -> {}
        }
    }

    private static void sender(ByteBuffer packet, int count, List<RtcpEvent> events) {
        if (packet.limit() < SENDER_BYTES) {
            return;
        }
        events.add(new RtcpEvent.Clock(packet.getInt(4), packet.getLong(8), packet.getInt(16)));
        blocks(packet, SENDER_BYTES, count, events);
    }

    private static void blocks(ByteBuffer packet, int first, int count, List<RtcpEvent> events) {
        for (int i = 0; i < count && first + (i + 1) * BLOCK_BYTES <= packet.limit(); i++) {
            int at = first + i * BLOCK_BYTES;
            int lost = Byte.toUnsignedInt(packet.get(at + 4));
            events.add(new RtcpEvent.Reception(packet.getInt(at), lost, packet.getInt(at + 8)));
        }
    }

    private static void transport(ByteBuffer packet, int format, List<RtcpEvent> events) {
        if (format != RtcpType.FORMAT_NACK) {
            return;
        }
        List<Integer> missing = new ArrayList<>();
        for (int at = FEEDBACK_HEADER_BYTES; at + RtcpType.WORD_BYTES <= packet.limit(); at += RtcpType.WORD_BYTES) {
            if (missing.size() + FOLLOWING >= MAX_MISSING) {
                break;
            }
            int first = Short.toUnsignedInt(packet.getShort(at));
            int following = Short.toUnsignedInt(packet.getShort(at + 2));
            missing.add(first);
            for (int i = 0; i < FOLLOWING; i++) {
                if (((following >> i) & 1) != 0) {
                    missing.add((first + 1 + i) & 0xFFFF);
                }
            }
        }
        if (!missing.isEmpty()) {
            events.add(new RtcpEvent.Missing(packet.getInt(8), missing));
        }
    }

    private static void payload(ByteBuffer packet, int format, List<RtcpEvent> events) {
        if (format == RtcpType.FORMAT_PICTURE_LOSS && packet.limit() >= FEEDBACK_HEADER_BYTES) {
            events.add(new RtcpEvent.KeyFrameNeeded(packet.getInt(8)));
        } else if (format == RtcpType.FORMAT_FULL_INTRA && packet.limit() >= FULL_INTRA_BYTES) {
            events.add(new RtcpEvent.KeyFrameNeeded(packet.getInt(FEEDBACK_HEADER_BYTES)));
        }
    }
}
