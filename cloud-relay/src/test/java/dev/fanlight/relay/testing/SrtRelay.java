package dev.fanlight.relay.testing;

import dev.fanlight.relay.child.SharedFfmpeg;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.FreePort;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A relay that speaks SRT on a free port.
 *
 * @param relay the relay
 * @param port UDP
 */
public record SrtRelay(TestRelay relay, int port) implements AutoCloseable {

    /** Long, so that a computer that is busy with other things loses nothing. */
    private static final String LATENCY = "2000";

    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/usr/lib/aarch64-linux-gnu"), Path.of("/usr/lib"));

    /** Whether this computer has libsrt. */
    public static boolean isThere() {
        return FOLDERS.stream().filter(Files::isDirectory).anyMatch(SrtRelay::hasLibrary);
    }

    private static boolean hasLibrary(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().matches("libsrt(-[a-z]+)?\\.so\\.1.*"));
        } catch (IOException e) {
            return false;
        }
    }

    public static SrtRelay start(Path state, Map<String, String> settings) {
        int port = freePort();
        Map<String, String> all =
                new HashMap<>(Map.of("gateways.srt.port", "" + port, "gateways.srt.latency", LATENCY));
        all.putAll(settings);
        TestRelay relay = TestRelay.start(
                state,
                Map.of("ffmpeg.program", SharedFfmpeg.program().toString()),
                CertificateSchedule.STANDARD,
                RelayGateways.KINDS.configured(
                        new SettingsReader(RelayGateways.SCHEMA).overrides(all).read()));
        return new SrtRelay(relay, port);
    }

    /** A UDP port that nobody uses. */
    public static int freePort() {
        for (int port = FreePort.next(); ; port = FreePort.next()) {
            try (DatagramSocket probe = new DatagramSocket(port)) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // The next one.
            }
        }
    }

    /** A new publish key of a camera: {@code id}, {@code key} and {@code publishers}. */
    public JsonObject newKey(String camera) {
        return relay.host()
                .post("/cameras/" + camera + "/publish-keys", new JsonObject().put("host", "127.0.0.1"))
                .expect(201)
                .json();
    }

    /** A new link to a camera: {@code id} and {@code players}. */
    public JsonObject newLink(String camera) {
        return relay.host()
                .post(
                        "/cameras/" + camera + "/links",
                        new JsonObject().put("can", "watch").put("host", "127.0.0.1"))
                .expect(201)
                .json();
    }

    /** The address that the owner is shown for a key or a link. */
    public String address(JsonObject shown) {
        JsonArray addresses = shown.getJsonArray(shown.containsKey("players") ? "players" : "publishers");
        return addresses.stream()
                .map(JsonObject.class::cast)
                .filter(address -> address.getString("protocol").equals("SRT"))
                .map(address -> address.getString("url"))
                .findFirst()
                .orElseThrow();
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
        return String.valueOf(relay.server().describe().get("gateway-srt"));
    }

    @Override
    public void close() {
        relay.close();
    }
}
