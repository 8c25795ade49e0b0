package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.store.ApiTokens;
import dev.fanlight.relay.testing.Guesser;
import dev.fanlight.relay.testing.PasswordGuesser;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Becoming the owner, staying it, and those who would like to. */
class OwnerScenarioTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String OWNER = "__Host-fanlight-owner";
    private static final int GUESSES = TestScale.of(200, 5_000);
    private static final int PER_MINUTE = 5;
    private static final int FLOOD = TestScale.of(60, 200);

    @WithRelay
    private TestRelay relay;

    @Test
    void passwordIsSetOnceByTheOneTimeLink() {
        TestApi browser = TestApi.browser(relay);
        String secret = setupSecret();
        JsonObject request = new JsonObject().put("secret", secret).put("password", "short");
        assertThat(browser.post("/owner/setup", request).expect(400).json().getString("field"))
                .isEqualTo("password");
        browser.post("/owner/setup", request.put("password", PASSWORD)).expect(204);
        assertThat(browser.cookie(OWNER)).isPresent();
        assertThat(browser.get("/owner").expect(200).json().getBoolean("signed_in"))
                .isTrue();
        TestApi other = TestApi.browser(relay);
        other.post("/owner/setup", request).expect(404);
        assertThat(other.get("/owner").expect(200).json().getBoolean("signed_in"))
                .isFalse();
        other.get("/cameras").expect(404);
        other.post("/owner/session", new JsonObject().put("password", PASSWORD)).expect(204);
        assertThat(other.get("/owner/sessions").expect(200).array()).hasSize(2);
    }

    @Test
    void newOneTimeLinkMakesTheOneBeforeWorthless() {
        String first = setupSecret();
        String second = setupSecret();
        TestApi browser = TestApi.browser(relay);
        browser.post("/owner/setup", new JsonObject().put("secret", first).put("password", PASSWORD))
                .expect(404);
        browser.post("/owner/setup", new JsonObject().put("secret", second).put("password", PASSWORD))
                .expect(204);
    }

    @Test
    void endedSessionIsWorthNothingAndItsPictureStops() {
        TestCamera camera = relay.invite("front");
        TestApi browser = owner();
        TestViewer viewer = TestViewer.connect(
                relay.client(), relay.plainPort(), "http://127.0.0.1:" + relay.plainPort(), browser.cookieHeader());
        viewer.watch(camera.name());
        assertThat(viewer.expect(Welcome.class).role()).isEqualTo(ChatRole.OWNER);
        viewer.expect(ChatReady.class);
        String session = browser.get("/owner").expect(200).json().getString("session");
        relay.host().delete("/owner/sessions/" + session).expect(204);
        viewer.assertClosed(4405, "link_ended");
        browser.get("/cameras").expect(404);
    }

    @Test
    void changedPasswordSignsAllOtherSessionsOut() {
        TestApi browser = owner();
        TestApi other = TestApi.browser(relay);
        other.post("/owner/session", new JsonObject().put("password", PASSWORD)).expect(204);
        browser.put(
                        "/owner/password",
                        new JsonObject().put("password", PASSWORD).put("new_password", "another long one"))
                .expect(204);
        browser.get("/cameras").expect(200);
        other.get("/cameras").expect(404);
        assertThat(other.post("/owner/session", new JsonObject().put("password", PASSWORD))
                        .expect(401)
                        .json()
                        .getString("code"))
                .isEqualTo("wrong_password");
    }

    @Test
    void tokenDoesWhatItWasMadeForUntilItIsRevoked() {
        TestApi host = relay.host();
        JsonObject reader = host.post(
                        "/tokens", new JsonObject().put("label", "dashboard").put("can", "read"))
                .expect(201)
                .json();
        TestApi program = TestApi.program(relay, reader.getString("token"));
        assertThat(reader.getString("token")).startsWith(ApiTokens.PREFIX);
        program.get("/cameras").expect(200);
        program.post("/cameras", new JsonObject().put("camera", "front")).expect(404);
        program.post("/owner/reset").expect(404);
        host.delete("/tokens/" + reader.getString("id")).expect(204);
        program.get("/cameras").expect(404);
    }

    @Test
    void tokenMakesNoTokensAndEndsWithTheOwnersReset() {
        owner();
        JsonObject request = new JsonObject().put("label", "script").put("can", "manage");
        TestApi program = TestApi.program(
                relay, relay.host().post("/tokens", request).expect(201).json().getString("token"));
        program.post("/cameras", new JsonObject().put("camera", "front")).expect(201);
        program.post("/tokens", request).expect(404);
        owner();
        program.get("/cameras").expect(404);
        assertThat(relay.host().get("/tokens").expect(200).array()).isEmpty();
    }

    @Test
    void whatTheOwnerDoesIsInTheAuditLogWithoutSecrets() {
        TestApi browser = owner();
        browser.post("/cameras", new JsonObject().put("camera", "front")).expect(201);
        String url = browser.post("/cameras/front/links", new JsonObject().put("can", "watch"))
                .expect(201)
                .json()
                .getJsonArray("urls")
                .getString(0);
        Await.until("it is written", () -> acts(browser).contains("link.create"));
        assertThat(acts(browser)).contains("owner.setup", "camera.invite", "link.create");
        assertThat(browser.get("/audit").body()).doesNotContain(url.substring(url.indexOf('#') + 1), PASSWORD);
    }

    static IntStream addresses() {
        return IntStream.of(1, TestScale.of(20, 200));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    @Soak
    void noPasswordIsGuessed(int addresses) throws IOException {
        owner();
        Map<Guesser.Result, Integer> results = new EnumMap<>(Guesser.Result.class);
        long start = System.nanoTime();
        try (Guesser guesser =
                new PasswordGuesser(relay.plainPort(), "/owner/session", "{\"password\":\"correct horse %d\"}")) {
            int each = GUESSES / addresses;
            for (int i = 0; i < GUESSES; i++) {
                results.merge(guesser.guess(address(i / each)), 1, Integer::sum);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(
                GUESSES + " passwords from " + addresses + " addresses in " + took.toMillis() + " ms: " + results);
        assertThat(results).doesNotContainKey(Guesser.Result.HIT);
        assertThat(results.get(Guesser.Result.WRONG))
                .isBetween(addresses, addresses * PER_MINUTE * ((int) took.toMinutes() + 2));
    }

    @Test
    @Soak
    void floodOfPasswordsIsAnsweredWith429AndCostsThePictureNothing()
            throws IOException, InterruptedException, ExecutionException {
        owner();
        TestCamera camera = relay.invite("front");
        TestAgent agent = relay.publishing(camera);
        TestViewer bystander = relay.watching(camera);
        agent.announce();
        bystander.expect(dev.fanlight.protocol.Tracks.class);
        AtomicLong frames = new AtomicLong();
        relay.vertx().setPeriodic(33, timer -> {
            long sequence = frames.getAndIncrement();
            agent.frame(sequence, sequence % 30 == 0, 2_000);
        });
        Map<Guesser.Result, Integer> results = flood();
        System.out.println(FLOOD + " passwords at once: " + results);
        assertThat(results.getOrDefault(Guesser.Result.WRONG, 0)).isBetween(PasswordHasher.THREADS, FLOOD - 1);
        assertThat(results.getOrDefault(Guesser.Result.LIMITED, 0)).isPositive();
        long sent = frames.get();
        bystander.expectFrames((int) sent);
        assertThat(bystander.sequences().subList(0, (int) sent))
                .isEqualTo(LongStream.range(0, sent).boxed().toList());
    }

    /** Everybody has an address of their own, so that only the desk holds them back. */
    private Map<Guesser.Result, Integer> flood() throws IOException, InterruptedException, ExecutionException {
        ExecutorService crowd = Executors.newFixedThreadPool(FLOOD);
        Map<Guesser.Result, Integer> results = new EnumMap<>(Guesser.Result.class);
        try {
            List<Callable<Guesser.Result>> guesses = new ArrayList<>();
            for (int i = 0; i < FLOOD; i++) {
                InetAddress from = address(i);
                guesses.add(() -> {
                    try (Guesser guesser = new PasswordGuesser(
                            relay.plainPort(), "/owner/session", "{\"password\":\"correct horse %d\"}")) {
                        return guesser.guess(from);
                    }
                });
            }
            for (Future<Guesser.Result> result : crowd.invokeAll(guesses)) {
                results.merge(result.get(), 1, Integer::sum);
            }
        } finally {
            crowd.shutdown();
        }
        return results;
    }

    private String setupSecret() {
        JsonArray urls = relay.host().post("/owner/reset").expect(200).json().getJsonArray("urls");
        String url = urls.getString(0);
        assertThat(url).contains("/admin#");
        return url.substring(url.indexOf('#') + 1);
    }

    private TestApi owner() {
        TestApi browser = TestApi.browser(relay);
        browser.post(
                        "/owner/setup",
                        new JsonObject().put("secret", setupSecret()).put("password", PASSWORD))
                .expect(204);
        return browser;
    }

    private static List<String> acts(TestApi api) {
        return api.get("/audit?limit=200").expect(200).array().stream()
                .map(entry -> ((JsonObject) entry).getString("act"))
                .toList();
    }

    private static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) number});
    }
}
