package dev.fanlight.relay.testing;

import dev.fanlight.relay.child.SharedFfmpeg;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.container.ContainerGateway;
import dev.fanlight.relay.gateway.publication.ContainerTimeouts;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.tls.CertificateSchedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A relay that takes containers.
 *
 * @param relay the relay
 */
public record ContainerRelay(TestRelay relay) implements AutoCloseable {

    public static ContainerRelay start(Path state, ContainerTimeouts timeouts, GatewayFactory... more) {
        return start(state, Map.of("ffmpeg.program", SharedFfmpeg.program().toString()), timeouts, more);
    }

    /** With settings of the relay, which name the FFmpeg it uses. */
    public static ContainerRelay start(
            Path state, Map<String, String> settings, ContainerTimeouts timeouts, GatewayFactory... more) {
        List<GatewayFactory> all = new ArrayList<>(List.of(more));
        all.add(context -> new ContainerGateway("in", timeouts, context));
        return new ContainerRelay(TestRelay.start(state, settings, CertificateSchedule.STANDARD, all));
    }

    /** FFmpeg that pushes to the camera “front”, which has begun. */
    public FfmpegRun push(String input, String format, String mediaType, String key) {
        return push("front", input, format, mediaType, key);
    }

    /** FFmpeg that pushes to a camera, which has begun. */
    public FfmpegRun push(String camera, String input, String format, String mediaType, String key) {
        List<String> arguments = new ArrayList<>(List.of(input.split(" ")));
        arguments.addAll(List.of("-f", format, "-content_type", mediaType, "-method", "POST"));
        arguments.addAll(List.of("-headers", "Authorization: Bearer " + key + "\r\n"));
        arguments.add("http://127.0.0.1:" + relay.plainPort() + "/in/" + camera);
        return FfmpegRun.start(arguments);
    }

    /** The status and the sentence that answer a whole container. */
    public HttpResponse<String> post(String mediaType, String key, byte[] container) {
        return post("/in/front", mediaType, key, container);
    }

    /** The same through a proxy that the relay trusts, from a publisher at {@code address}. */
    public HttpResponse<String> postFrom(String address, String mediaType, String key, byte[] container) {
        return send(request("/in/front", mediaType, key, container).header("X-Forwarded-For", address));
    }

    /** The same at another address. */
    public HttpResponse<String> post(String path, String mediaType, String key, byte[] container) {
        return send(request(path, mediaType, key, container));
    }

    private HttpRequest.Builder request(String path, String mediaType, String key, byte[] container) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + relay.plainPort() + path))
                .header("Content-Type", mediaType)
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(container));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** How the gateway describes itself. */
    public String described() {
        return String.valueOf(relay.server().describe().get("gateway-in"));
    }

    /** How many children there are. */
    public Object children() {
        return ((Map<?, ?>) relay.server().describe().get("ffmpeg")).get("children");
    }

    public String newKey(String camera) {
        return RtmpRelay.newKey(relay, camera).getString("key");
    }

    /** What a new viewer of a camera gets. */
    public SeenMedia watch(TestCamera camera) {
        TestViewer viewer = relay.viewer();
        SeenMedia seen = SeenMedia.of(viewer);
        relay.watching(camera, viewer);
        return seen;
    }

    @Override
    public void close() {
        relay.close();
    }
}
