package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.flv.FlvStreamReader;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.store.Links;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.FlvClip;
import dev.fanlight.relay.testing.FlvPlayer;
import dev.fanlight.relay.testing.RawHttp;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a stream as FLV: who shows the key of a link, or is a page with a session, for as long as that is good. */
class HttpFlvAccessScenarioTest {

    private static final Path SHARED = Path.of("../shared-protocol/src/test/resources/media");
    private static final long EPOCH = 7;
    private static final int LINK_ENDED = 4405;

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestCamera camera;
    private TestAgent agent;

    @BeforeEach
    void start() {
        relay = FlvPlayer.relay(temp.resolve("state"));
        camera = relay.invite("front");
        agent = relay.publishing(camera);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void revokedLinksEndTheStreamAtOnceAndAdmitNoMore() throws Exception {
        Link link = link(new JsonObject());
        try (FlvPlayer player = FlvPlayer.open(relay, "front", "?key=" + link.key())) {
            assertThat(player.response.statusCode()).isEqualTo(200);
            relay.host().delete("/links/" + link.id()).expect(204);
            Await.until("the stream has ended", player::hasEnded);
        }
        assertThat(status("front", "?key=" + link.key())).isEqualTo(404);
    }

    @Test
    void aStreamEndsWithItsLink() throws Exception {
        try (FlvPlayer player = FlvPlayer.open(relay, "front", "?key=" + shortLink())) {
            assertThat(player.response.statusCode()).isEqualTo(200);
            Await.until("the stream has ended", player::hasEnded);
        }
        assertThat(viewers()).isEmpty();
    }

    @Test
    void onlySoManyWatchByALinkAsItAllows() throws Exception {
        Link link = link(new JsonObject().put("max_viewers", 1));
        try (FlvPlayer first = FlvPlayer.open(relay, "front", "?key=" + link.key())) {
            assertThat(first.response.statusCode()).isEqualTo(200);
            assertThat(status("front", "?key=" + link.key())).isEqualTo(503);
        }
    }

    @Test
    void aPageOfTheRelayWatchesByItsSessionAndAForeignOneDoesNot() throws Exception {
        TestApi browser = TestApi.browser(relay);
        browser.post("/session", new JsonObject().put("camera", "front").put("key", camera.watchKey()))
                .expect(200);
        String own = "http://127.0.0.1:" + relay.plainPort();
        try (FlvPlayer player = FlvPlayer.open(relay, "front", "", "Cookie", browser.cookieHeader(), "Origin", own)) {
            assertThat(player.response.statusCode()).isEqualTo(200);
            assertThat(player.response.headers().map()).doesNotContainKey("access-control-allow-origin");
        }
        FlvPlayer foreign =
                FlvPlayer.open(relay, "front", "", "Cookie", browser.cookieHeader(), "Origin", "http://evil.example");
        assertThat(foreign.response.statusCode()).isEqualTo(403);
        FlvPlayer withWrongKey = FlvPlayer.open(relay, "front", "?key=wrong", "Cookie", browser.cookieHeader());
        assertThat(withWrongKey.response.statusCode()).isEqualTo(404);
    }

    @Test
    void aWebSocketBringsTheSameStreamAndItsCloseSaysWhy() throws Exception {
        Link link = link(new JsonObject());
        FlvClip clip = FlvClip.of(Files.readAllBytes(SHARED.resolve("h264-aac.flv")));
        clip.announce(agent, EPOCH);
        Queue<Buffer> messages = new ConcurrentLinkedQueue<>();
        WebSocket socket = relay.client()
                .connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(relay.plainPort())
                        .setURI("/live/front.flv?key=" + link.key()))
                .await();
        socket.binaryMessageHandler(messages::add);
        Await.until("it reads", () -> agent.expect(Demand.class).viewers() > 0);
        try (FlvPlayer player = FlvPlayer.open(relay, "front", "?key=" + link.key())) {
            Await.until("both read", () -> viewers().size() == 2);
            clip.send(agent, EPOCH, 0, clip.units.size());
            player.expectUnits(MediaKind.VIDEO, clip.of(MediaKind.VIDEO).size());
            player.expectUnits(MediaKind.AUDIO, clip.of(MediaKind.AUDIO).size());
            Await.until("all has come", () -> messages.size() == clip.units.size() + 1);
            Buffer all = Buffer.buffer();
            messages.forEach(all::appendBuffer);
            assertThat(new FlvStreamReader().read(ByteBuffer.wrap(all.getBytes())))
                    .isEqualTo(player.tags);
        }
        relay.host().delete("/links/" + link.id()).expect(204);
        Await.until("it is closed", socket::isClosed);
        assertThat((int) socket.closeStatusCode()).isEqualTo(LINK_ENDED);
    }

    @Test
    void whoSendsSomethingOverTheWebSocketIsClosed() throws Exception {
        WebSocket socket = relay.client()
                .connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(relay.plainPort())
                        .setURI("/live/front.flv?key=" + camera.watchKey()))
                .await();
        socket.writeTextMessage("hello");
        Await.until("it is closed", socket::isClosed);
        Await.until("it counts no more", () -> viewers().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "front, ?key=wrong, 404",
        "front, '', 404",
        "nothing, ?key=wrong, 404",
        "front, ?key=%00%ff, 404",
    })
    void whoShowsNoValidKeyGetsNothing(String name, String query, int status) throws Exception {
        assertThat(FlvPlayer.open(relay, name, query).response.statusCode()).isEqualTo(status);
        assertThat(viewers()).isEmpty();
    }

    @Test
    void theKeyMayBeShownInAHeader() throws Exception {
        try (FlvPlayer player = FlvPlayer.open(relay, "front", "", "Authorization", "Bearer " + camera.watchKey())) {
            assertThat(player.response.statusCode()).isEqualTo(200);
        }
        FlvPlayer wrong = FlvPlayer.open(relay, "front", "", "Authorization", "Bearer wrong");
        assertThat(wrong.response.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /live/front.flv HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\n\r\n",
                "GET /live/front.flv HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                "GET /live/front.flv?key=KEY HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                "GET /live/front.flv?key=KEY HTTP/1.0\r\n\r\n",
                "GET /live/.flv?key=KEY HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /live/%2e%2e%2f.flv?key=KEY HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "POST /live/front.flv?key=KEY HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n"
            })
    void strangeRequestsAreAnsweredAndCostNoPlace(String request) throws Exception {
        try (RawHttp client = RawHttp.plain(relay.plainPort())) {
            client.send(request.replace("KEY", camera.watchKey()));
            assertThat(client.head()).matches("(?s)HTTP/1\\.[01] (4|50)\\d\\d .*");
        }
        assertThat(viewers()).isEmpty();
    }

    @Test
    void aHeadRequestIsAnsweredWithoutAStream() throws Exception {
        try (RawHttp client = RawHttp.plain(relay.plainPort())) {
            client.send("HEAD /live/front.flv" + query() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 200 ").contains("video/x-flv");
        }
        assertThat(viewers()).isEmpty();
    }

    @Test
    void theKeyOfALinkIsInNoDescriptionOfTheRelay() throws Exception {
        try (FlvPlayer player = FlvPlayer.open(relay, "front", query())) {
            assertThat(player.response.statusCode()).isEqualTo(200);
            Await.until("it watches", () -> viewers().size() == 1);
            assertThat(relay.server().describe().get("gateway-flv"))
                    .isEqualTo(Map.of("path", "/live/{camera}.flv", "viewers", 1));
        }
    }

    /** A link for one test. */
    private record Link(String id, String key) {}

    private Link link(JsonObject wanted) {
        JsonObject made = relay.host()
                .post("/cameras/front/links", wanted.put("can", "watch"))
                .expect(201)
                .json();
        String url = made.getJsonArray("urls").getString(0);
        return new Link(made.getString("id"), url.substring(url.indexOf('#') + 1));
    }

    /** The key of a link that is good for a few seconds. */
    private String shortLink() {
        try (RelayStore store = relay.openStore(Clock.systemUTC())) {
            OptionalLong end = OptionalLong.of(System.currentTimeMillis() + 4_000);
            Links.NewLink wanted = new Links.NewLink(ChatRole.WATCHER, "", end, OptionalInt.empty(), Optional.empty());
            return store.links()
                    .create(new CameraName("front"), wanted)
                    .orElseThrow()
                    .key();
        }
    }

    private int status(String name, String query) throws Exception {
        return FlvPlayer.open(relay, name, query).response.statusCode();
    }

    private String query() {
        return "?key=" + camera.watchKey();
    }

    private List<?> viewers() {
        return relay.host().get("/cameras/front/viewers").expect(200).array().getList();
    }
}
