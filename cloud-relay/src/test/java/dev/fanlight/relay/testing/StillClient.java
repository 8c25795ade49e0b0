package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.SettingsReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;

/**
 * Asks a relay for stills.
 *
 * @param relay serves them
 * @param query what every request has behind its path
 */
public record StillClient(TestRelay relay, String query) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A relay that serves stills. */
    public static TestRelay relay(Path state, Map<String, String> settings) {
        return TestRelay.start(state, RelayTimeouts.STANDARD, gateways(settings));
    }

    /** The gateway for stills, set up so. */
    public static List<GatewayFactory> gateways(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("gateways.stills.type", "stills"));
        all.putAll(settings);
        return RelayGateways.KINDS.configured(
                new SettingsReader(RelayGateways.SCHEMA).overrides(all).read());
    }

    /** Asks for the still of a camera, with more behind the query. */
    public CompletableFuture<HttpResponse<byte[]>> ask(String camera, String more) {
        return CLIENT.sendAsync(request("/c/" + camera + "/snapshot.jpg", more), BodyHandlers.ofByteArray());
    }

    /** The answer for a camera. */
    public HttpResponse<byte[]> get(String camera, String more) {
        return ask(camera, more).join();
    }

    /** The still of a camera that has one. */
    public BufferedImage still(String camera, String more) throws IOException {
        return image(get(camera, more));
    }

    public HttpRequest request(String path, String more) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + relay.plainPort() + path + query + more))
                .build();
    }

    public static BufferedImage image(HttpResponse<byte[]> response) throws IOException {
        assertThat(response.statusCode())
                .as(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("image/jpeg");
        return image(response.body());
    }

    public static BufferedImage image(byte[] jpeg) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(image).as("a JPEG").isNotNull();
        return image;
    }

    /** How much two images of one size differ: mean of the squares over all samples. */
    public static double difference(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    int delta = (a >> shift & 0xff) - (b >> shift & 0xff);
                    sum += (long) delta * delta;
                }
            }
        }
        return (double) sum / (3L * one.getWidth() * one.getHeight());
    }
}
