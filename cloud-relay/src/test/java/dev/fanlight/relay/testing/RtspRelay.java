package dev.fanlight.relay.testing;

import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.relay.gateway.rtmp.RtmpGateway;
import dev.fanlight.relay.gateway.rtmp.RtmpTimeouts;
import dev.fanlight.relay.gateway.rtsp.RtspConfig;
import dev.fanlight.relay.gateway.rtsp.RtspGateway;
import dev.fanlight.relay.gateway.rtsp.RtspTimeouts;
import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A relay that serves RTSP on a free port, and takes RTMP on another.
 *
 * @param relay the relay
 * @param port of RTSP without TLS
 * @param rtmpPort of RTMP without TLS
 */
public record RtspRelay(TestRelay relay, int port, int rtmpPort) implements AutoCloseable {

    /** The standard ones, but for the wait for a peer that was refused. */
    public static final RtspTimeouts TIMEOUTS = new RtspTimeouts(
            RtspTimeouts.STANDARD.request(),
            RtspTimeouts.STANDARD.tracks(),
            RtspTimeouts.STANDARD.silence(),
            RtspTimeouts.STANDARD.idle(),
            Duration.ofMillis(200));

    public static RtspRelay start(Path state, RtspTimeouts timeouts) {
        return start(state, timeouts, 0);
    }

    /** The same with packets by UDP from this port and the next one; 0 for TCP only. */
    public static RtspRelay start(Path state, RtspTimeouts timeouts, int udpPort) {
        int port = FreePort.next();
        int rtmpPort = FreePort.next();
        TestRelay relay = TestRelay.start(
                state,
                List.of(
                        context -> new RtspGateway(
                                "rtsp", new RtspConfig(new TcpConfig(port, 0), udpPort), timeouts, context),
                        context ->
                                new RtmpGateway("rtmp", new TcpConfig(rtmpPort, 0), RtmpTimeouts.STANDARD, context)));
        return new RtspRelay(relay, port, rtmpPort);
    }

    /** A client that has sent nothing yet. */
    public RtspPeer peer() {
        return RtspPeer.open("127.0.0.1", port);
    }

    /** What FFmpeg is given to publish a camera. */
    public String publishAddress(String camera) {
        String key = RtmpRelay.newKey(relay, camera).getString("key");
        return "rtmp://127.0.0.1:" + rtmpPort + "/live/" + key;
    }

    /** The address of a camera, without a key. */
    public String address(String camera) {
        return "rtsp://127.0.0.1:" + port + "/" + camera;
    }

    /** Waits until a camera is told that it is watched. */
    public static void awaitViewer(TestAgent agent) {
        Await.until("the camera has a viewer", () -> agent.expect(Demand.class).viewers() > 0);
    }

    /** How the gateway describes itself. */
    public String described() {
        return String.valueOf(relay.server().describe().get("gateway-rtsp"));
    }

    @Override
    public void close() {
        relay.close();
    }
}
