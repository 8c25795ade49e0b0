package dev.fanlight.media.rtp;

import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.util.List;

/** Splits the access units of a track into payloads of packets. Implementations are immutable and thread safe. */
public interface RtpPacketizer {

    /** Largest packet with its header, bytes: fits into an Ethernet frame beside IPv6, UDP and a tunnel’s headers. */
    int MAX_PACKET_BYTES = 1_400;

    /** Largest payload, bytes. */
    int MAX_PAYLOAD_BYTES = MAX_PACKET_BYTES - RtpStream.HEADER_BYTES;

    /**
     * The payloads of an access unit, in order. A key frame of video has its parameter sets in front.
     *
     * @param key whether decoding can start here
     * @param unit in the form that travels; not consumed
     * @throws BitstreamException when it is not in that form
     */
    List<RtpPayload> split(boolean key, ByteBuffer unit) throws BitstreamException;
}
