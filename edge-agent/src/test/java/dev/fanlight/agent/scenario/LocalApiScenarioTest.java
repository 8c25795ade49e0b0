package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.AgentListener;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.LocalAccess;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.ListenAddress;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.OnvifTestDevice;
import dev.fanlight.agent.testing.PreviewViewer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.settings.SettingsReader;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.FreePort;
import dev.fanlight.testing.NginxSample;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of lightStream at a running agent. */
class LocalApiScenarioTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String TOKEN = "a-token-of-26-characters-x";
    private static final TestAuthority authority = TestAuthority.shared();

    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(0));
    private final int port = FreePort.next();
    private final List<Map<String, String>> named = new CopyOnWriteArrayList<>();
    private final FanlightAgent agent = start();

    private FanlightAgent start() {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        ListenAddress listen = new ListenAddress("127.0.0.1", port);
        return FanlightAgent.start(
                List.of(FanlightAgent.builder()
                        .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                        .source("test")
                        .build()),
                new LocalAccess(
                        Optional.of(new ListenAddress("127.0.0.1", 0)),
                        Optional.of(new LocalAccess.Api(
                                listen, TOKEN, List.of(), this::settings, id -> new AgentListener() {}))));
    }

    private CameraSettings settings(Map<String, String> given) {
        named.add(given);
        return CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(given).read());
    }

    @AfterEach
    void stop() {
        agent.close();
        relay.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String token) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, body, TOKEN);
    }

    private static String watchAddress(String answer) {
        Matcher address = Pattern.compile("http://[^\"]+#[a-z2-7]+").matcher(answer);
        assertThat(address.find()).as(answer).isTrue();
        return address.group();
    }

    @Test
    void aCameraIsAskedForItsStreamsWithTheBodyOfLightStream() throws Exception {
        try (OnvifTestDevice device =
                new OnvifTestDevice("hikvision", OnvifTestDevice.Login.USERNAME_TOKEN, Duration.ofMinutes(37))) {
            HttpResponse<String> answer = post(
                    "/openapi/onvif/device",
                    "{\"url\":\"127.0.0.1\",\"port\":" + device.port() + ",\"username\":\"admin\",\"pwd\":\""
                            + OnvifTestDevice.PASSWORD + "\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(
                            "\"main\":\"rtsp://127.0.0.1:554/Streaming/Channels/101?transportmode=unicast&profile=Profile_1\"")
                    .contains("\"encoding\":\"H.265\",\"width\":2560,\"height\":1440,\"fps\":12.5")
                    .doesNotContain("p&ss");
            assertThat(device.requests)
                    .filteredOn(request -> request.contains("<GetProfiles"))
                    .hasSize(1);
            HttpResponse<String> refused = post(
                    "/openapi/onvif/device",
                    "{\"url\":\"127.0.0.1\",\"port\":" + device.port()
                            + ",\"username\":\"admin\",\"pwd\":\"hunter2\"}");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("camera_login").doesNotContain("hunter2");
        }
    }

    @Test
    void aSourceIsShownAtTheAddressInTheAnswerAndNoMoreWhenItIsRemoved() throws Exception {
        HttpResponse<String> answer = post("/openapi/source/1", "{\"source\":\"test\",\"transport\":\"udp\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(named).containsExactly(Map.of("camera.source", "test", "camera.rtsp_transport", "udp"));
        PreviewViewer viewer = PreviewViewer.watch(watchAddress(answer.body()));
        Await.until("10 frames", () -> viewer.media.size() >= 10);
        String next =
                watchAddress(post("/openapi/source/1", "{\"source\":\"test\"}").body());
        Await.until("the viewer of the source before is gone", viewer.closed::isDone);
        assertThat(viewer.closed).isCompletedWithValue(4405);
        assertThat(send("DELETE", "/openapi/source/1", "", TOKEN).statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/openapi/source/1", "", TOKEN).statusCode()).isEqualTo(404);
        assertThat(PreviewViewer.exchange(next).statusCode()).isEqualTo(404);
    }

    @Test
    @EnabledIf(
            value = "dev.fanlight.testing.NginxSample#isInstalled",
            disabledReason = "The API behind nginx is tested where that is installed (apt-get install nginx-light).")
    void pagesOfTheOriginOfNginxReachTheApiByIt(@TempDir Path folder) throws Exception {
        try (NginxSample nginx = NginxSample.startWithoutTls(folder, Map.of("127.0.0.1:2233", "127.0.0.1:" + port))) {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + nginx.port + "/openapi/source/1"))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Origin", "http://localhost:" + nginx.port)
                            .POST(HttpRequest.BodyPublishers.ofString("{\"source\":\"test\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(PreviewViewer.exchange(watchAddress(answer.body())).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void oneSourceTooManyIsRefusedAndOneThatIsShownCanStillBeReplaced() throws Exception {
        String unreachable = "{\"source\":\"http://127.0.0.1:1/\"}";
        for (int i = 1; i <= 16; i++) {
            assertThat(post("/openapi/source/" + i, unreachable).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = post("/openapi/source/17", unreachable);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"code\":\"limit_reached\"");
        assertThat(post("/openapi/source/16", unreachable).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/etc/passwd", "exec:reboot", "/dev/video0", "auto", "libcamera:0", ""})
    void whatOnlyLocalConfigurationMayNameIsRefused(String source) throws Exception {
        assertThat(post("/openapi/source/1", "{\"source\":\"" + source + "\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theAgentsOwnCameraCannotBeReplaced() throws Exception {
        assertThat(post("/openapi/source/front", "{\"source\":\"test\"}").body())
                .contains("name_taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"source\":{}}", "{\"source\":\"test\",\"transport\":\"carrier pigeon\"}"})
    void aWrongBodyIsOneSentence(String body) throws Exception {
        HttpResponse<String> answer = post("/openapi/source/1", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"bad_request\"");
    }

    @Test
    void withoutTheTokenNothingIsAnswered() throws Exception {
        assertThat(send("POST", "/openapi/source/1", "{\"source\":\"test\"}", TOKEN + "x")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "/openapi/source/1", "{\"source\":\"test\"}", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws Exception {
        assertThat(post("/openapi/source/1", " ".repeat(20_000)).statusCode()).isEqualTo(413);
    }
}
