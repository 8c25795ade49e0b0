package dev.fanlight.relay.testing;

import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian’s Prometheus with the sample configuration and the alert rules of {@code deploy/prometheus}, but with short times. */
public final class PrometheusServer implements AutoCloseable {

    /** The samples that are tried. */
    public static final Path SAMPLES = Path.of("../deploy/prometheus");

    private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
    private static final Path TOOL = Path.of("/usr/bin/promtool");

    private final int port = FreePort.next();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;

    private PrometheusServer(Path folder, int relayPort) throws IOException {
        String config = Files.readString(SAMPLES.resolve("prometheus.yml"))
                .replace("127.0.0.1:9464", "127.0.0.1:" + relayPort)
                .replace("interval: 15s", "interval: 1s");
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        String alerts = Files.readString(SAMPLES.resolve("alerts.yml")).replaceAll("for: \\d+[mh]", "for: 500ms");
        Files.writeString(folder.resolve("alerts.yml"), alerts);
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        Await.until("Prometheus is ready", () -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new AssertionError(Files.readString(folder.resolve("prometheus.log")));
        }
    }

    /** Starts it, with its files in {@code folder}; it scrapes the monitoring port {@code relayPort}. */
    public static PrometheusServer start(Path folder, int relayPort) throws IOException {
        return new PrometheusServer(Files.createDirectories(folder), relayPort);
    }

    /** Whether it is installed. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(TOOL);
    }

    /** What {@code promtool} says, with input and arguments; fails when it finds something wrong. */
    public static String promtool(Path input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(TOOL.toString()));
        command.addAll(List.of(arguments));
        Process run = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0) {
            throw new AssertionError(said);
        }
        return said;
    }

    /** The samples that an expression has now. */
    public JsonArray query(String expression) {
        String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        JsonObject answer = new JsonObject(get("/api/v1/query?query=" + query));
        if (!answer.getString("status").equals("success")) {
            throw new AssertionError(expression + ": " + answer.encode());
        }
        return answer.getJsonObject("data").getJsonArray("result");
    }

    /** Whether an expression has a sample now. */
    public boolean has(String expression) {
        return !query(expression).isEmpty();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady() {
        try {
            return get("/-/ready").contains("Ready");
        } catch (AssertionError e) {
            return false;
        }
    }

    private String get(String path) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
