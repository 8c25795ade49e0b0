package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.LocalAdminFile;
import dev.fanlight.relay.config.RelaySettings;
import dev.fanlight.relay.gateway.GatewayFactory;
import dev.fanlight.relay.gateway.GatewayKinds;
import dev.fanlight.relay.http.route.AddedRoute;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.settings.SettingsReader;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway plugs in with settings, routes, a listener and a description of its own, and nothing else changes. */
class GatewayScenarioTest {

    private static final GatewayKinds KINDS = new GatewayKinds(List.of(StateGateway.KIND));

    @TempDir
    private Path state;

    @Test
    void aGatewayServesItsPathAndItsPortToThoseWhoMayWatch() throws IOException, InterruptedException {
        try (TestRelay relay = TestRelay.start(state, configured(Map.of("gateways.lamp.port", "0")))) {
            TestCamera camera = relay.invite("front");
            String withKey = "/state/front?key=" + camera.watchKey();
            assertThat(get(relay.plainPort(), "/state/front")).isEqualTo("404 There is nothing here.\n");
            assertThat(get(relay.plainPort(), "/state/front?key=wrong")).startsWith("404 ");
            assertThat(get(relay.plainPort(), withKey)).isEqualTo("200 offline\n");
            relay.publishing(camera);
            assertThat(get(relay.plainPort(), withKey)).isEqualTo("200 online\n");
            int localPort = LocalAdminFile.read(relay.folder()).orElseThrow().port();
            assertThat(get(localPort, withKey)).startsWith("404 ");

            Map<?, ?> lamp = (Map<?, ?>) relay.server().describe().get("lamp");
            assertThat(lamp.get("asked")).isEqualTo(4);
            try (Socket counter = new Socket(InetAddress.getLoopbackAddress(), (Integer) lamp.get("port"))) {
                assertThat(new String(counter.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("4\n");
            }
        }
    }

    @Test
    void theTreeOfARunningRelayHasEveryComponentInTheOrderOfTheStart() {
        try (TestRelay relay = TestRelay.start(state, configured(Map.of("gateways.lamp.port", "0")))) {
            Map<String, Object> tree = relay.server().describe();
            assertThat(tree.keySet())
                    .containsSubsequence(
                            "store",
                            "event-loops",
                            "audit",
                            "chat",
                            "store-workers",
                            "streams",
                            "passwords",
                            "lamp",
                            "listener-tls",
                            "listener-plain",
                            "listener-local",
                            "local-admin",
                            "sockets",
                            "certificate");
            assertThat(tree.get("listener-tls"))
                    .isEqualTo(Map.of("port", relay.server().port(), "loops", 2));
            assertThat(tree.get("streams")).isEqualTo(Map.of("known", 0, "online", 0L, "viewers", 0));
        }
    }

    @Test
    void aGatewayThatFailsToStartLeavesNothingOpen() {
        GatewayFactory broken = context -> {
            throw new IllegalStateException("no such device");
        };
        assertThatThrownBy(() -> TestRelay.start(state, List.of(broken))).hasMessage("no such device");
        try (TestRelay relay = TestRelay.start(state, List.of())) {
            assertThat(relay.server().describe()).containsKey("store");
        }
    }

    @Test
    void aPathThatIsServedAlreadyIsRefused() {
        List<String> refused = new ArrayList<>();
        GatewayFactory greedy = context -> {
            for (String path : List.of("/healthz", "/api/v1/mine", "relative")) {
                assertThatThrownBy(() ->
                                context.routes().add(new AddedRoute(HttpMethod.GET, path, (request, watch) -> {})))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(path);
                refused.add(path);
            }
            return new StateGateway("lamp", 0, context);
        };
        try (TestRelay relay = TestRelay.start(state, List.of(greedy))) {
            assertThat(relay.server().describe()).containsKey("lamp");
            assertThat(refused).hasSize(3);
        }
    }

    @Test
    void unknownKindsOfGatewaysAreRefusedWithTheLikelyOne() {
        assertThatThrownBy(() -> configured(Map.of("gateways.lamp.type", "sate")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(
                        "\"gateways.lamp.type\" must be one of state (did you mean \"state\"?), not \"sate\".");
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private static List<GatewayFactory> configured(Map<String, String> settings) {
        return KINDS.configured(new SettingsReader(RelaySettings.SCHEMA.with(KINDS.sections()))
                .overrides(settings)
                .read());
    }
}
