package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.SourceState;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A relay with the camera {@code front}, which it records, and a link that shows all of it. */
public final class RecordedRelay implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestRelay relay;
    private final TestAgent agent;
    private final String key;

    private RecordedRelay(TestRelay relay, TestAgent agent, String key) {
        this.relay = relay;
        this.agent = agent;
        this.key = key;
    }

    public static RecordedRelay start(Path state, Map<String, String> settings, String mode) {
        return start(state, settings, mode, Features.NONE);
    }

    /** The same with an agent that has these features. */
    public static RecordedRelay start(Path state, Map<String, String> settings, String mode, Features features) {
        TestRelay relay = TestRelay.start(state, settings, CertificateSchedule.STANDARD, List.of());
        TestCamera camera = relay.invite("front");
        TestAgent agent = relay.publishing(camera, features);
        agent.send(new Source(SourceState.LIVE, Optional.empty()));
        relay.host()
                .patch("/cameras/front", new JsonObject().put("record", mode))
                .expect(200);
        return new RecordedRelay(relay, agent, rewindKey(relay.host(), "front"));
    }

    /** The key of a new link that shows all that was recorded. */
    public static String rewindKey(TestApi owner, String camera) {
        return link(owner, camera, new JsonObject().put("can", "watch").put("rewind_ms", 31_622_400_000L));
    }

    public static String link(TestApi owner, String camera, JsonObject wanted) {
        return owner.post("/cameras/" + camera + "/links", wanted)
                .expect(201)
                .json()
                .getJsonArray("urls")
                .getString(0)
                .replaceAll(".*#", "");
    }

    public TestRelay relay() {
        return relay;
    }

    public TestAgent agent() {
        return agent;
    }

    public String key() {
        return key;
    }

    /** Waits until the recorder reads. */
    public void awaitReader() {
        Await.until("somebody reads", () -> agent.expect(Demand.class).readers() > 0);
    }

    /** What the owner sees of the recording. */
    public JsonObject timeline() {
        return relay.host().get("/cameras/front/recording").expect(200).json();
    }

    /** How much is recorded, ms. */
    public long recordedMillis() {
        return spans().stream()
                .mapToLong(span -> span.getLong("to") - span.getLong("from"))
                .sum();
    }

    public List<JsonObject> spans() {
        JsonArray spans = timeline().getJsonArray("spans");
        List<JsonObject> all = new ArrayList<>();
        spans.forEach(span -> all.add((JsonObject) span));
        return all;
    }

    public void awaitRecorded(long millis) {
        Await.until(millis + " ms recorded", () -> recordedMillis() >= millis);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + relay.plainPort() + path + (path.contains("?") ? "&" : "?") + "key=" + key;
    }

    public HttpResponse<byte[]> get(String path, String... headers) {
        return send(url(path), headers);
    }

    public static HttpResponse<byte[]> send(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes what was downloaded to a file. */
    public Path download(String path, Path file) throws IOException {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Files.write(file, answer.body());
    }

    @Override
    public void close() {
        relay.close();
    }
}
