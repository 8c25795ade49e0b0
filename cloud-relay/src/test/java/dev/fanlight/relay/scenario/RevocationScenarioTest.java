package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.store.Links;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestPeer;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.Soak;
import dev.fanlight.testing.TestScale;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rights that are taken back while they are used: the last byte comes within a second (issue: 1 s), and no way leads back in. */
class RevocationScenarioTest {

    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final int RECONNECTS = TestScale.of(10, 100);
    private static final long FRAME_MILLIS = 20;
    private static final int WRONG_LINK = 4404;
    private static final int LINK_ENDED = 4405;
    private static final int LINK_FULL = 4412;
    private static final int NOT_AUTHENTIC = 4401;

    @WithRelay
    private TestRelay relay;

    private final AtomicLong frames = new AtomicLong();
    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private TestApi host;
    private TestCamera camera;
    private String device;
    private TestAgent agent;

    @BeforeEach
    void start() {
        host = relay.host();
        camera = relay.invite("front");
        device = relay.agent().join(camera.invitation(), key);
        agent = relay.agent();
        agent.authenticate(device, key);
        agent.expect(Accepted.class);
        agent.announce();
        relay.vertx().setPeriodic(FRAME_MILLIS, timer -> {
            if (!agent.isClosed()) {
                long sequence = frames.getAndIncrement();
                agent.frame(sequence, sequence % 25 == 0, 500);
            }
        });
    }

    @Test
    @Soak
    void revokedLinkIsCutAtOnceAndAdmitsNoViewerAgain() {
        Made link = link("watch");
        TestViewer viewer = watching(link.key());
        TestViewer bystander = relay.watching(camera);
        measure("link", () -> host.delete("/links/" + link.id()).expect(204), viewer);
        viewer.assertClosed(LINK_ENDED, "link_ended");
        assertNothingMoreComes(viewer);
        for (int i = 0; i < RECONNECTS; i++) {
            TestViewer again = relay.viewer();
            again.watch("front", link.key());
            again.assertClosed(WRONG_LINK, "wrong_link");
        }
        int seen = bystander.frames.size();
        bystander.expectFrames(seen + 10);
    }

    @Test
    void revokedLinkEndsTheSessionsThatItOpened() {
        Made link = link("chat");
        TestApi browser = TestApi.browser(relay);
        assertThat(browser.post(
                                "/session",
                                new JsonObject().put("camera", "front").put("key", link.key()))
                        .expect(200)
                        .json()
                        .getString("can"))
                .isEqualTo("chat");
        TestViewer viewer = byCookie(browser);
        viewer.watch("front");
        viewer.expect(Welcome.class);
        measure("link of a session", () -> host.delete("/links/" + link.id()).expect(204), viewer);
        viewer.assertClosed(LINK_ENDED, "link_ended");
        TestViewer again = byCookie(browser);
        again.watch("front");
        again.assertClosed(WRONG_LINK, "wrong_link");
    }

    @Test
    @Soak
    void revokedModeratorIsCutAtOnceAndModeratesNoMore() {
        Made link = link("moderate");
        TestViewer moderator = relay.viewer();
        moderator.watch("front", link.key());
        assertThat(moderator.expect(Welcome.class).role()).isEqualTo(ChatRole.MODERATOR);
        moderator.send(new Moderate("slow-down-1", new ModerationAct.Slow(Duration.ofSeconds(10))));
        assertThat(moderator.expect(Moderated.class).result()).isEqualTo(ModerationResult.DONE);
        measure("moderator", () -> host.delete("/links/" + link.id()).expect(204), moderator);
        for (int i = 0; i < RECONNECTS; i++) {
            TestViewer again = relay.viewer();
            again.watch("front", link.key());
            again.assertClosed(WRONG_LINK, "wrong_link");
        }
    }

    @Test
    @Soak
    void revokedDeviceIsCutAtOnceAndPublishesNoMore() {
        TestViewer viewer = relay.watching(camera);
        viewer.expectFrames(5);
        measure("device", () -> host.delete("/cameras/front/device").expect(204), agent);
        agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
        viewer.expectState(StreamState.OFFLINE);
        assertNothingMoreComes(viewer);
        for (int i = 0; i < RECONNECTS; i++) {
            TestAgent again = relay.agent();
            again.authenticate(device, key);
            again.assertClosed(NOT_AUTHENTIC, "not_authentic");
        }
    }

    @Test
    void linkThatRunsOutIsCutWhenItDoes() {
        long end = System.currentTimeMillis() + 2_000;
        String linkKey;
        try (RelayStore store = relay.openStore(Clock.systemUTC())) {
            Links.NewLink request = new Links.NewLink(
                    ChatRole.WATCHER, "", OptionalLong.of(end), OptionalInt.empty(), Optional.empty());
            linkKey = store.links()
                    .create(new CameraName("front"), request)
                    .orElseThrow()
                    .key();
        }
        TestViewer viewer = watching(linkKey);
        viewer.assertClosed(LINK_ENDED, "link_ended");
        long late = System.currentTimeMillis() - end;
        System.out.println("expired link: closed " + late + " ms after its end");
        assertThat(late).isBetween(0L, BOUND.toMillis());
    }

    @Test
    void onlySoManyWatchByALinkAsItAllows() {
        Made link = made(host.post(
                "/cameras/front/links", new JsonObject().put("can", "watch").put("max_viewers", 2)));
        TestViewer first = watching(link.key());
        TestViewer second = watching(link.key());
        TestViewer third = relay.viewer();
        third.watch("front", link.key());
        third.assertClosed(LINK_FULL, "link_full");
        second.kill();
        Await.until("there is room again", () -> {
            TestViewer next = relay.viewer();
            next.watch("front", link.key());
            Await.until("answered", () -> next.isClosed() || !next.order.isEmpty());
            return !next.isClosed() && next.order.contains("welcome");
        });
        first.expectFrames(first.frames.size() + 5);
    }

    @Test
    void linkWithAPasswordOpensOnlyWithIt() {
        Made link = made(host.post(
                "/cameras/front/links", new JsonObject().put("can", "watch").put("password", "open sesame")));
        TestViewer bare = relay.viewer();
        bare.watch("front", link.key());
        bare.assertClosed(WRONG_LINK, "wrong_link");
        TestApi browser = TestApi.browser(relay);
        JsonObject request = new JsonObject().put("camera", "front").put("key", link.key());
        assertThat(browser.post("/session", request).expect(401).json().getString("code"))
                .isEqualTo("password_required");
        assertThat(browser.post("/session", request.copy().put("password", "open barley"))
                        .expect(401)
                        .json()
                        .getString("code"))
                .isEqualTo("wrong_password");
        JsonObject right = request.copy().put("password", "open sesame");
        Await.until(
                "the second after a wrong password is over",
                () -> browser.post("/session", right).status() == 200);
        TestViewer viewer = byCookie(browser);
        viewer.watch("front");
        viewer.expect(ChatReady.class);
    }

    @Test
    void publicCameraNeedsNoLinkUntilItIsPrivateAgain() {
        TestViewer before = relay.viewer();
        before.watch("front");
        before.assertClosed(WRONG_LINK, "wrong_link");
        host.patch(
                        "/cameras/front",
                        new JsonObject().put("visibility", "public").put("visitors_can", "watch"))
                .expect(200);
        assertThat(TestApi.browser(relay).get("/public").expect(200).array()).hasSize(1);
        TestViewer visitor = relay.viewer();
        visitor.watch("front");
        assertThat(visitor.expect(Welcome.class).role()).isEqualTo(ChatRole.WATCHER);
        measure(
                "public camera",
                () -> host.patch("/cameras/front", new JsonObject().put("visibility", "private"))
                        .expect(200),
                visitor);
        visitor.assertClosed(LINK_ENDED, "link_ended");
    }

    @Test
    void unlistedCameraIsFoundByItsLongIdOnly() {
        JsonObject open = host.patch("/cameras/front", new JsonObject().put("visibility", "unlisted"))
                .expect(200)
                .json();
        String url = open.getJsonArray("open_urls").getString(0);
        String longId = url.substring(url.lastIndexOf('/') + 1);
        TestViewer byName = relay.viewer();
        byName.watch("front");
        byName.assertClosed(WRONG_LINK, "wrong_link");
        TestViewer byId = relay.viewer();
        byId.watch(longId);
        assertThat(byId.expect(Welcome.class).camera()).isEqualTo("front");
        assertThat(TestApi.browser(relay).get("/public").expect(200).array()).isEqualTo(new JsonArray());
    }

    @Test
    void pausedCameraShowsNothingUntilItIsResumed() {
        TestViewer viewer = relay.watching(camera);
        viewer.expectFrames(5);
        host.post("/cameras/front/pause").expect(204);
        viewer.expectState(StreamState.PAUSED);
        assertNothingMoreComes(viewer);
        TestViewer late = relay.viewer();
        late.watch("front", camera.watchKey());
        late.expectState(StreamState.PAUSED);
        host.post("/cameras/front/resume").expect(204);
        viewer.expectState(StreamState.LIVE);
        viewer.expectFrames(viewer.frames.size() + 30);
        late.expectFrames(5);
    }

    @Test
    void renamedCameraTakesItsLinksAndItsPeopleAlong() {
        TestViewer viewer = relay.watching(camera);
        viewer.expectFrames(5);
        host.patch("/cameras/front", new JsonObject().put("camera", "garden")).expect(200);
        viewer.assertClosed(1012, "restarting");
        agent.assertClosed(1012, "restarting");
        TestAgent again = relay.agent();
        again.authenticate(device, key);
        assertThat(again.expect(Accepted.class).camera()).isEqualTo("garden");
        for (String name : List.of("front", "garden")) {
            TestViewer back = relay.viewer();
            back.watch(name, camera.watchKey());
            assertThat(back.expect(Welcome.class).camera()).isEqualTo("garden");
        }
    }

    @Test
    void removedCameraLeavesNothingBehind() {
        TestViewer viewer = relay.watching(camera);
        viewer.expectFrames(5);
        measure("camera", () -> host.delete("/cameras/front").expect(204), viewer);
        viewer.assertClosed(LINK_ENDED, "link_ended");
        agent.assertClosed(NOT_AUTHENTIC, "not_authentic");
        assertThat(host.get("/cameras/front").status()).isEqualTo(404);
        assertThat(host.get("/links").expect(200).array()).isEqualTo(new JsonArray());
    }

    private static void measure(String what, Runnable change, TestPeer peer) {
        long start = System.nanoTime();
        change.run();
        Await.until(what + " is cut", peer::isClosed);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(what + " taken back: closed after " + took.toMillis() + " ms");
        assertThat(took).isLessThan(BOUND);
    }

    private void assertNothingMoreComes(TestViewer viewer) {
        int seen = viewer.frames.size();
        long sent = frames.get();
        Await.until("more frames were sent", () -> agent.isClosed() || frames.get() >= sent + 20);
        assertThat(viewer.frames).hasSize(seen);
    }

    private TestViewer watching(String linkKey) {
        TestViewer viewer = relay.viewer();
        viewer.watch("front", linkKey);
        viewer.expect(ChatReady.class);
        return viewer;
    }

    private TestViewer byCookie(TestApi browser) {
        return TestViewer.connect(
                relay.client(), relay.plainPort(), "http://127.0.0.1:" + relay.plainPort(), browser.cookieHeader());
    }

    private Made link(String can) {
        return made(host.post("/cameras/front/links", new JsonObject().put("can", can)));
    }

    private static Made made(TestApi.Reply reply) {
        JsonObject json = reply.expect(201).json();
        String url = json.getJsonArray("urls").getString(0);
        return new Made(json.getString("id"), url.substring(url.indexOf('#') + 1));
    }

    /** A link and its key. */
    private record Made(String id, String key) {}
}
