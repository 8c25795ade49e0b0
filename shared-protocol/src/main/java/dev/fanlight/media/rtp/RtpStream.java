package dev.fanlight.media.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * The packets of one track to one receiver: source, sequence numbers, timestamps, and sender reports (RFC 3550 §5.1, §6.4.1). Not thread safe.
 */
public final class RtpStream {

    /** Bytes of a packet in front of its payload. */
    public static final int HEADER_BYTES = 12;

    private static final int VERSION = 0x80;
    private static final int MARKER = 0x80;
    private static final int SENDER_REPORT = 200;
    private static final int SENDER_REPORT_BYTES = 28;
    private static final int DESCRIPTION = 202;
    private static final int ONE_CHUNK = 0x81;
    private static final int CNAME = 1;
    private static final long MICROS = 1_000_000;

    /** Seconds from 1900, where NTP begins, to 1970. */
    private static final long NTP_OFFSET_SECONDS = 2_208_988_800L;

    private final int payloadType;
    private final int clockRate;
    private final int source;
    private final int firstTimestamp;
    private int sequence;
    private int packets;
    private int bytes;

    /**
     * A stream that has sent nothing.
     *
     * @param payloadType 0–127
     * @param clockRate ticks of the timestamp in a second, positive
     * @param random for what RFC 3550 wants to be random
     */
    public RtpStream(int payloadType, int clockRate, Random random) {
        this.payloadType = payloadType;
        this.clockRate = clockRate;
        this.source = random.nextInt();
        this.firstTimestamp = random.nextInt();
        // Far from the end of a round, or a receiver that misses the first packets would number the others wrongly (RFC
        // 3711 §3.3.1).
        this.sequence = random.nextInt() & 0x7FFF;
    }

    /** Bytes of a packet with this payload. */
    public static int size(RtpPayload payload) {
        return HEADER_BYTES + payload.size();
    }

    /**
     * Writes the next packet.
     *
     * @param micros presentation time of its access unit, µs on the clock of the stream; may be negative
     * @param target big-endian, with the room
     */
    public void write(RtpPayload payload, long micros, ByteBuffer target) {
        target.put((byte) VERSION)
                .put((byte) ((payload.marker() ? MARKER : 0) | payloadType))
                .putShort((short) sequence)
                .putInt(timestamp(micros) + payload.ticks())
                .putInt(source)
                .put(payload.head())
                .put(payload.body().duplicate());
        sequence = (sequence + 1) & 0xFFFF;
        packets++;
        bytes += payload.size();
    }

    /**
     * A sender report, and the name by which receivers know that tracks belong together.
     *
     * @param micros the moment on the clock of the stream, µs
     * @param wallMicros the same moment, µs since 1970
     * @param name the same for all tracks of a sender, ASCII, at most 255 characters
     */
    public byte[] report(long micros, long wallMicros, String name) {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        int itemBytes = 2 + text.length + 1;
        int descriptionBytes = 8 + (itemBytes + 3) / 4 * 4;
        ByteBuffer report = ByteBuffer.allocate(SENDER_REPORT_BYTES + descriptionBytes);
        report.put((byte) VERSION)
                .put((byte) SENDER_REPORT)
                .putShort((short) (SENDER_REPORT_BYTES / 4 - 1))
                .putInt(source)
                .putInt((int) (Math.floorDiv(wallMicros, MICROS) + NTP_OFFSET_SECONDS))
                .putInt((int) ((Math.floorMod(wallMicros, MICROS) << 32) / MICROS))
                .putInt(timestamp(micros))
                .putInt(packets)
                .putInt(bytes);
        report.put((byte) ONE_CHUNK)
                .put((byte) DESCRIPTION)
                .putShort((short) (descriptionBytes / 4 - 1))
                .putInt(source)
                .put((byte) CNAME)
                .put((byte) text.length)
                .put(text);
        return report.array();
    }

    /** Its source, as descriptions and reports name it. */
    public int source() {
        return source;
    }

    /** The sequence number of the next packet, 0–65535. */
    public int nextSequence() {
        return sequence;
    }

    /** The timestamp of a moment on the clock of the stream, unsigned. */
    public int timestamp(long micros) {
        long seconds = Math.floorDiv(micros, MICROS);
        long rest = Math.floorMod(micros, MICROS);
        return (int) (firstTimestamp + seconds * clockRate + rest * clockRate / MICROS);
    }
}
