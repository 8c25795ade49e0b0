package dev.fanlight.relay.testing;

import dev.fanlight.relay.gateway.webrtc.WebRtcConfig;
import dev.fanlight.relay.gateway.webrtc.WebRtcGateway;
import dev.fanlight.relay.gateway.webrtc.WebRtcTimeouts;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A relay that serves WebRTC on a free port.
 *
 * @param relay the relay
 * @param udpPort of all peers
 */
public record WebRtcRelay(TestRelay relay, int udpPort) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static WebRtcRelay start(Path state, WebRtcTimeouts timeouts) {
        int port = FreeUdpPorts.next();
        WebRtcConfig config = new WebRtcConfig(port, List.of(InetAddress.getLoopbackAddress()));
        TestRelay relay =
                TestRelay.start(state, List.of(context -> new WebRtcGateway("webrtc", config, timeouts, context)));
        return new WebRtcRelay(relay, port);
    }

    /** H.264 without B-frames, and Opus. */
    public static FlvClip clip() throws Exception {
        return FlvClip.ofWebm(Files.readAllBytes(RtmpRelay.MEDIA.resolve("h264-opus.mkv")));
    }

    /** Sends a request with a description, and the key of a camera or none. */
    public HttpResponse<String> request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + relay.plainPort() + path);
    }

    /** How the gateway describes itself. */
    public String described() {
        return String.valueOf(relay.server().describe().get("gateway-webrtc"));
    }

    @Override
    public void close() {
        relay.close();
    }
}
