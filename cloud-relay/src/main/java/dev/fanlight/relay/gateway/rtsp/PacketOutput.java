package dev.fanlight.relay.gateway.rtsp;

import dev.fanlight.media.rtp.RtpPayload;
import dev.fanlight.media.rtp.RtpStream;
import java.util.List;

/** Where the packets of one track go. Event loop only. */
interface PacketOutput {

    /**
     * Sends the packets of an access unit.
     *
     * @param micros its presentation time on the clock of the stream, µs
     * @param payloads valid during the call
     */
    void send(RtpStream stream, long micros, List<RtpPayload> payloads);

    /** Sends a packet of RTCP, which belongs to the output from then on. */
    void sendControl(byte[] packet);

    /** Whether a peer that takes what is sent is thereby known to be there. */
    boolean showsThePeer();

    /** What the peer is sent as {@code Transport}. */
    String transport();
}
