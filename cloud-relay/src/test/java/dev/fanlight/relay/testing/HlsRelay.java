package dev.fanlight.relay.testing;

import dev.fanlight.relay.gateway.hls.HlsConfig;
import dev.fanlight.relay.gateway.hls.HlsGateway;
import dev.fanlight.relay.gateway.hls.HlsTimeouts;
import dev.fanlight.testing.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A relay that serves HLS, and a player that asks for one file after the other.
 *
 * @param relay the relay
 */
public record HlsRelay(TestRelay relay) implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static HlsRelay start(Path state, HlsTimeouts timeouts) {
        return start(state, new HlsConfig(512L << 20), timeouts);
    }

    /** The same with another limit of memory. */
    public static HlsRelay start(Path state, HlsConfig config, HlsTimeouts timeouts) {
        return new HlsRelay(
                TestRelay.start(state, List.of(context -> new HlsGateway("hls", config, timeouts, context))));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + relay.plainPort() + path;
    }

    public HttpResponse<byte[]> get(String path, String... headers) {
        return ask("GET", path, headers).join();
    }

    public String text(String path) {
        return text(get(path));
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** A request whose answer may wait. */
    public CompletableFuture<HttpResponse<byte[]>> begin(String path) {
        return ask("GET", path);
    }

    public CompletableFuture<HttpResponse<byte[]>> ask(String method, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path))).method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    /** The folder of the session that a multivariant playlist names. */
    public static String folder(HttpResponse<byte[]> multivariant) {
        return text(multivariant)
                .lines()
                .filter(line -> line.startsWith("hls/"))
                .map(line -> "/live/" + line.replace("live.m3u8", ""))
                .findFirst()
                .orElseThrow();
    }

    /** How many requests wait. */
    public void awaitWaiting(int count) {
        Await.until(count + " requests wait", () -> described().contains("waiting_requests=" + count));
    }

    public String described() {
        return String.valueOf(relay.server().describe().get("gateway-hls"));
    }

    @Override
    public void close() {
        relay.close();
    }
}
