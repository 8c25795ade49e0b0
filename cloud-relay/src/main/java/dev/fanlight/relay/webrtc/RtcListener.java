package dev.fanlight.relay.webrtc;

import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.srtp.ReceivedPacket;
import java.util.List;

/** What a peer does; called on the loop. */
public interface RtcListener {

    /** Packets can be sent from now on. */
    void connected();

    /** An authentic packet has come, whose bytes are not used again. */
    void packet(ReceivedPacket packet);

    /** Authentic reports have come. */
    void reports(List<RtcpEvent> events);

    /** It is over. Called once. */
    void closed(RtcEnd end);
}
