package dev.fanlight.relay.testing;

import dev.fanlight.relay.gateway.rtmp.RtmpGateway;
import dev.fanlight.relay.gateway.rtmp.RtmpTimeouts;
import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.FreePort;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A relay that takes RTMP on a free port.
 *
 * @param relay the relay
 * @param port of RTMP without TLS
 */
public record RtmpRelay(TestRelay relay, int port) implements AutoCloseable {

    /** The standard ones, but for the wait for a peer that was refused. */
    public static final RtmpTimeouts TIMEOUTS =
            new RtmpTimeouts(RtmpTimeouts.STANDARD.request(), RtmpTimeouts.STANDARD.silence(), Duration.ofMillis(200));

    /** Of {@code shared-protocol}, made by FFmpeg. */
    public static final Path MEDIA = Path.of("../shared-protocol/src/test/resources/media");

    public static RtmpRelay start(Path state, RtmpTimeouts timeouts) {
        int port = FreePort.next();
        TestRelay relay = TestRelay.start(
                state, List.of(context -> new RtmpGateway("rtmp", new TcpConfig(port, 0), timeouts, context)));
        return new RtmpRelay(relay, port);
    }

    /** A peer that has connected and asked for nothing yet. */
    public RtmpPeer peer() {
        return RtmpPeer.connected(port, "live");
    }

    /** What FFmpeg is given to publish or to play. */
    public String address(String name) {
        return "rtmp://127.0.0.1:" + port + "/live/" + name;
    }

    /** A new publish key of a camera. */
    public String newKey(String camera) {
        return newKey(relay, camera).getString("key");
    }

    /** A new publish key of a camera, with its id. */
    public static JsonObject newKey(TestRelay relay, String camera) {
        return relay.host()
                .post("/cameras/" + camera + "/publish-keys", new JsonObject())
                .expect(201)
                .json();
    }

    /** What a new viewer of a camera gets. */
    public SeenMedia watch(TestCamera camera) {
        TestViewer viewer = relay.viewer();
        SeenMedia seen = SeenMedia.of(viewer);
        relay.watching(camera, viewer);
        return seen;
    }

    /** How the gateway describes itself. */
    public String described() {
        return String.valueOf(relay.server().describe().get("gateway-rtmp"));
    }

    @Override
    public void close() {
        relay.close();
    }
}
