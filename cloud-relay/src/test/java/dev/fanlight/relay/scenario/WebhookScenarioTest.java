package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.ApiCaller;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.HookServer;
import dev.fanlight.relay.testing.HookServer.Post;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens on a relay reaches the servers of its webhooks. */
class WebhookScenarioTest {

    private static final String SECRET = "a secret of sixteen characters";

    @TempDir
    private Path state;

    private final Vertx vertx = Vertx.vertx();
    private final HookServer server = HookServer.start(vertx, new HttpServerOptions());

    @AfterEach
    void stop() {
        server.close();
        vertx.close().await();
    }

    @Test
    void aCameraThatComesAndIsWatchedByALinkIsPostedWithASignature() throws Exception {
        try (TestRelay relay = start(Map.of("networks", "127.0.0.0/8"))) {
            TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            agent.announce();
            Post back = server.expect("camera_back");
            assertThat(back.path()).isEqualTo("/hook?to=me");
            assertThat(back.json().getString("camera")).isEqualTo("front");
            assertThat(back.id()).isEqualTo(back.json().getString("id"));
            assertThat(back.signature()).isEqualTo(signature(back));

            relay.watching(camera);
            assertThat(server.expect("link_used").json().getJsonObject("data").fieldNames())
                    .containsExactly("label", "link");
            assertThat(server.expect("first_viewer").json().getString("camera")).isEqualTo("front");
            assertThat(server.posts())
                    .allSatisfy(post -> assertThat(post.body()).doesNotContain(camera.watchKey(), "127.0.0.1"));
        }
    }

    @Test
    void anEventThatWasNotTakenIsPostedAgainWithTheSameIdAndBody() {
        server.answering(500);
        try (TestRelay relay = start(Map.of("networks", "127.0.0.0/8", "events", "camera_back"))) {
            relay.publishing(relay.invite("front"));
            Await.until("it is posted twice", () -> server.posts().size() == 2);
            List<Post> posts = server.posts();
            assertThat(posts.get(1).id()).isEqualTo(posts.get(0).id());
            assertThat(posts.get(1).body()).isEqualTo(posts.get(0).body());
            Await.until("it is delivered", () -> delivery().getString("state").equals("delivered"));
            assertThat(delivery().getInteger("tries")).isEqualTo(2);
        }
    }

    @Test
    void aServerInAPrivateNetworkThatIsNotAllowedIsNotConnectedTo() {
        try (TestRelay relay = start(Map.of("networks", "10.0.0.0/8"))) {
            ApiCaller.host(state).call("POST", "/api/v1/webhooks/home/test", "");
            Await.until("it was tried", () -> delivery().containsKey("problem"));
            assertThat(delivery().getString("problem"))
                    .isEqualTo("127.0.0.1 is in a private network, which \"networks\" does not allow");
            assertThat(delivery().getString("state")).isEqualTo("waiting");
            assertThat(server.posts()).isEmpty();
            assertThat(relay.server().describe()).containsKey("webhooks");
            assertThat(relay.server().describe().toString()).doesNotContain("to=me", SECRET);
        }
    }

    @Test
    void aTestOfTheCommandLineSaysWhetherTheServerHasAcceptedIt() {
        try (TestRelay relay = start(Map.of("networks", "127.0.0.0/8"))) {
            assertThat(command("deliveries", "home").good()).contains("Nothing was posted");
            assertThat(command("test", "home").good())
                    .isEqualTo("✓ The server of \"home\" has accepted a test event.\n");
            server.answering(404);
            assertThat(command("test", "home").bad(1)).contains("it answered 404", "tried again");
            assertThat(command("deliveries", "home").good())
                    .containsPattern("TIME +EVENT +CAMERA +STATE +TRIES +PROBLEM")
                    .containsPattern("test +- +delivered +1 +-");
            assertThat(command("list").good())
                    .containsPattern("home +http://127.0.0.1:" + server.port() + " ")
                    .doesNotContain("to=me", SECRET);
            assertThat(command("test", "none").bad(1)).contains("There is no webhook \"none\"");
            assertThat(relay.server().openSockets()).isZero();
        }
    }

    private CommandRun command(String... arguments) {
        return CommandRun.of(
                state, Stream.concat(Stream.of("webhook"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** The newest of the only webhook. */
    private JsonObject delivery() {
        String answer =
                ApiCaller.host(state).call("GET", "/api/v1/webhooks", "").body();
        assertThat(answer).doesNotContain("to=me", SECRET);
        JsonArray deliveries = new JsonArray(answer).getJsonObject(0).getJsonArray("deliveries");
        return deliveries.isEmpty()
                ? new JsonObject().put("state", "none")
                : deliveries.getJsonObject(deliveries.size() - 1).put("count", deliveries.size());
    }

    private TestRelay start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("webhooks.home.url", "http://127.0.0.1:" + server.port() + "/hook?to=me");
        settings.put("webhooks.home.secret", SECRET);
        more.forEach((key, value) -> settings.put("webhooks.home." + key, value));
        return TestRelay.start(state, settings, CertificateSchedule.STANDARD, List.of());
    }

    /** Independently of the relay’s code. */
    private static String signature(Post post) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = post.id() + "." + post.timestamp() + "." + post.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
