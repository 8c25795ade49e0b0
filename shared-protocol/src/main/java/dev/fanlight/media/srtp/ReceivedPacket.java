package dev.fanlight.media.srtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An authentic packet of RTP. Valid as long as its array is.
 *
 * @param source who sent it
 * @param index its number, over all rounds of the 16 bits that travel
 * @param timestamp unsigned 32 bits
 * @param payloadType 0–127
 * @param marker whether it ends an access unit, where the format says that
 * @param payload without padding; may be empty
 */
public record ReceivedPacket(
        int source, long index, int timestamp, int payloadType, boolean marker, ByteBuffer payload) {

    private static final int MARKER = 0x80;
    private static final int PADDED = 0x20;
    private static final int TIMESTAMP_AT = 4;

    static Optional<ReceivedPacket> of(byte[] packet, int header, int length, int source, long index) {
        boolean padded = (packet[0] & PADDED) != 0 && length > header;
        int padding = padded ? Byte.toUnsignedInt(packet[length - 1]) : 0;
        if (padding > length - header) {
            return Optional.empty();
        }
        return Optional.of(new ReceivedPacket(
                source,
                index,
                BigEndian.getInt(packet, TIMESTAMP_AT),
                packet[1] & 0x7F,
                (packet[1] & MARKER) != 0,
                ByteBuffer.wrap(packet, header, length - padding - header).slice()));
    }
}
