package dev.fanlight.relay.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.media.rtcp.RtcpEvent;
import dev.fanlight.media.srtp.ReceivedPacket;
import dev.fanlight.protocol.sdp.IceCandidate;
import dev.fanlight.protocol.sdp.IceCredentials;
import dev.fanlight.protocol.sdp.LocalDescription;
import dev.fanlight.protocol.sdp.LocalMedia;
import dev.fanlight.protocol.sdp.MediaDirection;
import dev.fanlight.protocol.sdp.RemoteDescription;
import dev.fanlight.protocol.sdp.SetupRole;
import dev.fanlight.protocol.stun.StunMessage;
import dev.fanlight.protocol.stun.StunWriter;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.testing.RtcTestPeer;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtcEndpointTest {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int QUIET_MILLIS = 300;

    private final IceCredentials here = IceCredentials.next(new Random(1));
    private final IceCredentials there = IceCredentials.next(new Random(2));

    @Test
    void nothingIsSentToAnAddressThatIsNotAllowedEvenIfThePeerAsksFromThere() throws Exception {
        NanoClock clock = NanoClock.SYSTEM;
        RtcEndpoint endpoint =
                RtcEndpoint.open(0, RtcTimeouts.STANDARD, clock, MediaClock.system(), new ErrorLog(clock));
        try (DatagramSocket allowed = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
            RemoteDescription remote = named(endpoint, allowed);
            InetSocketAddress way = (InetSocketAddress) allowed.getLocalSocketAddress();
            endpoint.loop().execute(() -> endpoint.connect(here, remote, way::equals, new NoListener()));
            assertThat(receive(allowed, PATIENCE_MILLIS)).isEqualTo(StunMessage.Type.REQUEST);

            ask(other, endpoint);
            ask(allowed, endpoint);
            StunMessage.Type next;
            do {
                next = receive(allowed, PATIENCE_MILLIS);
            } while (next == StunMessage.Type.REQUEST);
            assertThat(next).isEqualTo(StunMessage.Type.SUCCESS);
            assertThatThrownBy(() -> receive(other, QUIET_MILLIS)).isInstanceOf(SocketTimeoutException.class);
        } finally {
            endpoint.close(Duration.ofSeconds(5));
        }
    }

    private RemoteDescription named(RtcEndpoint endpoint, DatagramSocket socket) throws Exception {
        IceCandidate candidate = new IceCandidate((InetSocketAddress) socket.getLocalSocketAddress());
        LocalMedia video = new LocalMedia(
                "video",
                "0",
                LocalMedia.PROTOCOL,
                MediaDirection.RECVONLY,
                RtcTestPeer.H264,
                List.of(),
                OptionalInt.empty());
        return RemoteDescription.parse(new LocalDescription(
                        7,
                        there,
                        true,
                        endpoint.identity().fingerprint(),
                        SetupRole.PASSIVE,
                        List.of(candidate),
                        List.of(video))
                .text());
    }

    private void ask(DatagramSocket from, RtcEndpoint endpoint) throws IOException {
        byte[] check =
                StunWriter.request(new byte[12], here.fragment() + ":" + there.fragment(), 1, false, here.password());
        from.send(new DatagramPacket(
                check, check.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port())));
    }

    private static StunMessage.Type receive(DatagramSocket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
        socket.receive(packet);
        return StunMessage.parse(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()))
                .orElseThrow()
                .type();
    }

    private static final class NoListener implements RtcListener {

        @Override
        public void connected() {}

        @Override
        public void packet(ReceivedPacket packet) {}

        @Override
        public void reports(List<RtcpEvent> events) {}

        @Override
        public void closed(RtcEnd end) {}
    }
}
