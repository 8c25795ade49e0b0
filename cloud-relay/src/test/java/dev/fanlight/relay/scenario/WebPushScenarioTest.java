package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.PushService;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The owner’s phone is notified by a push service that checks and decrypts as real ones and browsers do. */
@EnabledIf(
        value = "dev.fanlight.relay.testing.PushService#isInstalled",
        disabledReason = "Notifications are tested where web-push-testing is installed (sh web-client/npm.sh build).")
class WebPushScenarioTest {

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path temp;

    private PushService service;
    private TestRelay relay;
    private TestApi phone;

    @BeforeEach
    void start() throws IOException {
        service = PushService.start(temp);
        relay = TestRelay.start(
                temp.resolve("state"),
                Map.of("web_push.networks", "127.0.0.0/8, ::1/128"),
                CertificateSchedule.STANDARD,
                Optional.empty());
        String url =
                relay.host().post("/owner/reset").json().getJsonArray("urls").getString(0);
        phone = TestApi.browser(relay);
        phone.post(
                        "/owner/setup",
                        new JsonObject()
                                .put("secret", url.substring(url.indexOf('#') + 1))
                                .put("password", PASSWORD))
                .expect(204);
    }

    @AfterEach
    void stop() {
        relay.close();
        service.close();
    }

    @Test
    void aPhoneLearnsThatACameraIsThereAndIsWatched() {
        JsonObject browser = subscribe();
        TestCamera camera = relay.invite("front");
        relay.publishing(camera);
        Await.until("the camera is reported", () -> titles(browser).contains("front is live"));
        relay.watching(camera);
        Await.until("the viewer is reported", () -> titles(browser).contains("Someone is watching front"));
        assertThat(service.received(browser))
                .allSatisfy(message ->
                        assertThat(message.fieldNames()).containsExactlyInAnyOrder("title", "camera", "tag", "time"));
    }

    @Test
    void aTestIsSentToOneBrowser() {
        JsonObject browser = subscribe();
        String id = browsers().get(0).getString("id");
        phone.post("/owner/push/" + id + "/test").expect(202);
        Await.until("the test arrives", () -> titles(browser).contains("Notifications work"));
        phone.post("/owner/push/abcdefgh/test").expect(404);
    }

    @Test
    void aBrowserThatHasUnsubscribedIsRemoved() {
        JsonObject browser = subscribe();
        String id = browsers().get(0).getString("id");
        service.expire(browser);
        phone.post("/owner/push/" + id + "/test").expect(202);
        Await.until("it is removed", () -> browsers().isEmpty());
    }

    @Test
    void aSessionHasOneBrowserWhichGoesWithItsEnd() {
        subscribe();
        subscribe();
        assertThat(browsers())
                .singleElement()
                .satisfies(one -> assertThat(one.getBoolean("current")).isTrue());
        phone.delete("/owner/session").expect(204);
        assertThat(relay.host().get("/owner/push").expect(200).json().getJsonArray("browsers"))
                .isEmpty();
    }

    @Test
    void whatIsNoSubscriptionIsRefused() {
        JsonObject good = service.subscribe(key());
        for (Map.Entry<String, String> wrong : Map.of("endpoint", "ftp://localhost/x", "p256dh", "BBBB", "auth", "AAAA")
                .entrySet()) {
            phone.post("/owner/push", request(good).put(wrong.getKey(), wrong.getValue()))
                    .expect(400);
        }
        relay.host().post("/owner/push", request(good)).expect(404);
        assertThat(browsers()).isEmpty();
    }

    private JsonObject subscribe() {
        JsonObject browser = service.subscribe(key());
        phone.post("/owner/push", request(browser)).expect(201);
        return browser;
    }

    private String key() {
        return phone.get("/owner/push").expect(200).json().getString("key");
    }

    private static JsonObject request(JsonObject browser) {
        JsonObject keys = browser.getJsonObject("keys");
        return new JsonObject()
                .put("endpoint", browser.getString("endpoint"))
                .put("p256dh", keys.getString("p256dh"))
                .put("auth", keys.getString("auth"));
    }

    private List<JsonObject> browsers() {
        return phone.get("/owner/push").expect(200).json().getJsonArray("browsers").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private List<String> titles(JsonObject browser) {
        return service.received(browser).stream()
                .map(message -> message.getString("title"))
                .toList();
    }
}
