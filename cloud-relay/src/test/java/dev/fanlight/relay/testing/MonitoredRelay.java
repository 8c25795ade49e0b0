package dev.fanlight.relay.testing;

import dev.fanlight.relay.tls.CertificateSchedule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A relay with a port for monitoring systems, and what that answers. */
public final class MonitoredRelay implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestRelay relay;

    private MonitoredRelay(TestRelay relay) {
        this.relay = relay;
    }

    public static MonitoredRelay start(Path state) {
        return new MonitoredRelay(
                TestRelay.start(state, Map.of("admin.listen", "127.0.0.1:0"), CertificateSchedule.STANDARD, List.of()));
    }

    public TestRelay relay() {
        return relay;
    }

    public int port() {
        Map<?, ?> listener = (Map<?, ?>) relay.server().describe().get("listener-monitoring");
        return (Integer) listener.get("port");
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The metrics as they are written. */
    public String scrape() {
        try {
            HttpResponse<String> response = get("/metrics");
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whether the metrics have this line. */
    public boolean says(String line) {
        return scrape().lines().anyMatch(line::equals);
    }

    @Override
    public void close() {
        relay.close();
    }
}
