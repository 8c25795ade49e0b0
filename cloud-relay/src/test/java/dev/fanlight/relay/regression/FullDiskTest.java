package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.relay.testing.RelayProcess;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a full disk, rights could not be taken back, late joiners could not watch, and the log never said that the disk is full. */
class FullDiskTest {
    /** Each client keeps its connection open, and a relay closes more than 100 of one address. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final int DISK_KIB = 2_048;

    @TempDir
    private Path temp;

    private RelayProcess relay;
    private Vertx vertx;
    private WebSocketClient client;
    private TestApi host;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(RelayProcess.canHaveSmallDisk(), "this computer allows no mounts in a namespace");
        relay = RelayProcess.onSmallDisk(temp, DISK_KIB);
        vertx = Vertx.vertx();
        client = vertx.createWebSocketClient(new WebSocketClientOptions());
        host = relay.host();
        host.post("/cameras", new JsonObject().put("camera", "front")).expect(201);
    }

    @AfterEach
    void stop() {
        if (vertx != null) {
            vertx.close().await();
            relay.close();
        }
    }

    @Test
    void fullDiskLetsPeopleWatchAndLetsTheOwnerTakeRightsBack() throws Exception {
        Link moderators = link("moderate");
        Link other = link("chat");
        TestViewer watching = watch(moderators.key);
        TestViewer cut = watch(other.key);
        fill();

        watching.say("client-id-1", "does anybody read this?");
        assertThat(watching.expect(ChatRefused.class).reason()).isEqualTo(Refusal.UNAVAILABLE);

        TestApi lateJoiner = lateJoiner(moderators.key);
        assertThat(lateJoiner.get("/cameras/front/chat").status()).isEqualTo(200);
        TestViewer late = TestViewer.connect(client, relay.plainPort(), relay.origin(), lateJoiner.cookieHeader());
        late.watch("front");
        late.expect(ChatReady.class);

        TestApi.Reply revoked = host.delete("/links/" + other.id);
        assertThat(revoked.expect(503).json().getString("code")).isEqualTo("not_stored");
        assertThat(revoked.json().getString("title")).contains("Revoked", "not saved yet: the disk is full");
        cut.assertClosed(4405, "link_ended");
        TestViewer back = connect();
        back.watch("front", other.key);
        back.assertClosed(4404, "wrong_link");

        assertThat(get("/readyz")).isEqualTo(503);
        assertThat(get("/healthz")).isEqualTo(200);
        JsonObject status = host.get("/status").json();
        assertThat(status.getString("store_problem")).isEqualTo("the disk is full");
        assertThat(status.getInteger("alerts")).isEqualTo(1);
        assertThat(host.post("/cameras", new JsonObject().put("camera", "back"))
                        .expect(503)
                        .json()
                        .getString("title"))
                .contains("nothing was changed: the disk is full");
        assertThat(watching.isClosed()).isFalse();

        Files.delete(filler());
        Await.until("a relay that is ready", () -> get("/readyz") == 200);
        Await.until("the alarm", () -> host.get("/audit?alerts=true").array().size() == 1);
        assertThat(host.get("/audit?alerts=true").array().getJsonObject(0).getString("act"))
                .isEqualTo("store.failed");
        assertThat(host.get("/links").body()).contains("\"state\":\"revoked\"");
        assertThat(lateJoiner.get("/cameras/front/chat").status()).isEqualTo(200);
        assertThat(relay.output()).containsOnlyOnce("the disk is full").doesNotContain("\tat ", "no transaction");

        relay.process().destroy();
        relay.process().waitFor();
    }

    @Test
    void bannedModeratorHasNoLinkThoughNothingOfTheBanCouldBeStored() throws Exception {
        Link moderators = link("moderate");
        TestViewer moderator = watch(moderators.key);
        String person =
                host.get("/cameras/front/viewers").array().getJsonObject(0).getString("person");
        fill();

        JsonObject refused = host.put(
                        "/cameras/front/people/" + person + "/timeout", new JsonObject().put("seconds", 60))
                .expect(503)
                .json();
        assertThat(refused.getString("code")).isEqualTo("time_out_not_stored");
        assertThat(refused.getString("title")).contains("time-out is in force");
        refused = host.put("/cameras/front/bans/" + person, new JsonObject().put("scope", "person"))
                .expect(503)
                .json();
        assertThat(refused.getString("code")).isEqualTo("ban_not_stored");
        moderator.assertClosed(4410, "banned");
        TestViewer back = connect();
        back.watch("front", moderators.key);
        back.assertClosed(4404, "wrong_link");

        Files.delete(filler());
        Await.until("the end of the link", () -> host.get("/links").body().contains("\"state\":\"revoked\""));
        Await.until("the ban is recorded", () -> host.get("/audit").body().contains("chat.ban.unavailable"));
        assertThat(host.get("/audit").body()).contains("link.revoke", "chat.timeout.unavailable");
        assertThat(relay.output()).containsOnlyOnce("the disk is full").doesNotContain("\tat ", "could not be stored");
    }

    private record Link(String id, String key) {}

    private Link link(String can) {
        JsonObject made = host.post("/cameras/front/links", new JsonObject().put("can", can))
                .expect(201)
                .json();
        return new Link(
                made.getString("id"), made.getJsonArray("urls").getString(0).replaceAll(".*#", ""));
    }

    private TestViewer connect() {
        return TestViewer.connect(client, relay.plainPort(), relay.origin());
    }

    private TestViewer watch(String key) {
        TestViewer viewer = connect();
        viewer.watch("front", key);
        viewer.expect(ChatReady.class);
        return viewer;
    }

    private TestApi lateJoiner(String key) {
        TestApi browser = TestApi.browser(relay.plainPort());
        browser.post("/session", new JsonObject().put("camera", "front").put("key", key))
                .expect(200);
        return browser;
    }

    private Path filler() {
        return relay.state().resolveSibling("filler");
    }

    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] some = new byte[1_024];
            for (int i = 0; i < DISK_KIB; i++) {
                out.write(some);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
            fillTheWriteAheadLog();
            return;
        }
        throw new AssertionError("the disk is not full");
    }

    /** Small writes still fit into what the database has reserved. */
    private void fillTheWriteAheadLog() {
        int status = 204;
        for (int i = 0; i < 500 && status == 204; i++) {
            status = host.post("/cameras/front/" + (i % 2 == 0 ? "pause" : "resume"))
                    .status();
        }
        assertThat(status).isEqualTo(503);
    }

    private int get(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(relay.origin() + path))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
