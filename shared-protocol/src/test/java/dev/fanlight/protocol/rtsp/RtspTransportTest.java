package dev.fanlight.protocol.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.rtsp.RtspTransport.Interleaved;
import dev.fanlight.protocol.rtsp.RtspTransport.Pair;
import dev.fanlight.protocol.rtsp.RtspTransport.Udp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RtspTransportTest {

    @Test
    void offersAreReadInTheirOrder() {
        assertThat(RtspTransport.parse("RTP/AVP;unicast;client_port=5000-5001, RTP/AVP/TCP;unicast;interleaved=2-3"))
                .isEqualTo(List.of(new Udp(new Pair(5000, 5001)), new Interleaved(Optional.of(new Pair(2, 3)))));
        assertThat(RtspTransport.parse("RTP/AVP/UDP;client_port=5000")).containsExactly(new Udp(new Pair(5000, 5001)));
        assertThat(RtspTransport.parse("RTP/AVP/TCP")).containsExactly(new Interleaved(Optional.empty()));
    }

    @Test
    void whatIsMulticastSecureOrOutOfRangeIsNoOffer() {
        for (String header : List.of(
                "",
                "RTP/AVP;multicast;client_port=5000-5001",
                "RTP/SAVP;unicast;client_port=5000-5001",
                "RTP/AVP/TCP;unicast;mode=record",
                "RTP/AVP;unicast",
                "RTP/AVP;unicast;client_port=0-1",
                "RTP/AVP;unicast;client_port=65535",
                "RTP/AVP;unicast;client_port=99999-5")) {
            assertThat(RtspTransport.parse(header)).as(header).isEmpty();
        }
        assertThat(RtspTransport.parse("RTP/AVP/TCP;interleaved=255"))
                .containsExactly(new Interleaved(Optional.empty()));
    }

    @Test
    void tracksAreNamedBehindTheAddressOfTheirStream() {
        assertThat(SessionDescription.trackOf("rtsp://h/c" + SessionDescription.control(1)))
                .isEqualTo(1);
        assertThat(SessionDescription.trackOf("rtsp://h/c?key=k/trackID=1/")).isEqualTo(1);
        assertThat(SessionDescription.trackOf("rtsp://h/c")).isZero();
        assertThat(SessionDescription.trackOf("rtsp://h/c/trackID=999")).isEqualTo(-1);
    }
}
