package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationAct.Ban;
import dev.fanlight.protocol.chat.ModerationAct.Remove;
import dev.fanlight.protocol.chat.ModerationAct.Restore;
import dev.fanlight.protocol.chat.ModerationAct.Slow;
import dev.fanlight.protocol.chat.ModerationAct.TimeOut;
import dev.fanlight.protocol.chat.ModerationAct.Unban;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.store.Links;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.testing.WithRelay;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with a moderator’s link keeps order, at real sockets. */
class ChatModeratorScenarioTest {

    private static final int MANY = 1_000;

    @WithRelay
    private TestRelay relay;

    private TestCamera camera;
    private String moderatorKey;

    @BeforeEach
    void start() {
        camera = relay.invite("front");
        try (RelayStore store = relay.openStore(Clock.systemUTC())) {
            moderatorKey = store.links()
                    .create(new CameraName(camera.name()), Links.NewLink.plain(ChatRole.MODERATOR))
                    .orElseThrow()
                    .key();
        }
    }

    private record Guest(TestViewer page, Welcome welcome) {

        ModerationResult moderate(ModerationAct act) {
            page.send(new Moderate("client-id-m", act));
            return page.expect(Moderated.class).result();
        }
    }

    private Guest guest(String key) {
        TestViewer page = relay.viewer();
        page.watch(camera.name(), key);
        Welcome welcome = page.expect(Welcome.class);
        page.expect(ChatReady.class);
        return new Guest(page, welcome);
    }

    @Test
    void moderatorRemovesRestoresSilencesAndSlowsDown() {
        Guest mod = guest(moderatorKey);
        Guest ann = guest(camera.watchKey());
        Guest ben = guest(camera.watchKey());
        assertThat(mod.welcome().role()).isEqualTo(ChatRole.MODERATOR);
        ann.page().say("client-id-1", "one");
        long seq = ann.page().expect(ChatAccepted.class).seq();
        assertThat(mod.moderate(new Remove(seq))).isEqualTo(ModerationResult.DONE);
        assertThat(ben.page().expect(ChatRemoved.class).seq()).isEqualTo(seq);
        assertThat(mod.moderate(new Restore(seq))).isEqualTo(ModerationResult.DONE);
        assertThat(ben.page().expect(ChatRestored.class).line().text()).isEqualTo("one");
        assertThat(mod.moderate(new TimeOut(ann.welcome().person(), Duration.ofMinutes(5))))
                .isEqualTo(ModerationResult.DONE);
        assertThat(ann.page().expect(ChatSilenced.class).until()).isPresent();
        ann.page().say("client-id-2", "two");
        assertThat(ann.page().expect(ChatRefused.class).reason()).isEqualTo(Refusal.SILENCED);
        assertThat(mod.moderate(new Slow(Duration.ofSeconds(30)))).isEqualTo(ModerationResult.DONE);
        assertThat(ben.page().expect(ChatMode.class)).isEqualTo(new ChatMode(30, ChatLinks.ALL));
        mod.page().say("client-id-3", "order, please");
        assertThat(ben.page().expect(Chat.class).badge()).contains(Badge.MODERATOR);
    }

    @Test
    void moderatorsLeaveEachOtherAlone() {
        Guest mod = guest(moderatorKey);
        Guest other = guest(moderatorKey);
        other.page().say("client-id-1", "one");
        long seq = other.page().expect(ChatAccepted.class).seq();
        assertThat(mod.moderate(new Remove(seq))).isEqualTo(ModerationResult.NOT_ALLOWED);
        assertThat(mod.moderate(new Ban(other.welcome().person()))).isEqualTo(ModerationResult.NOT_ALLOWED);
        assertThat(mod.moderate(new TimeOut(other.welcome().person(), Duration.ofSeconds(10))))
                .isEqualTo(ModerationResult.NOT_ALLOWED);
    }

    @Test
    void banEndsTheSocketAndKeepsTheAddressOutUntilItIsLifted() {
        Guest mod = guest(moderatorKey);
        Guest ann = guest(camera.watchKey());
        long start = System.nanoTime();
        mod.page().send(new Moderate("client-id-m", new Ban(ann.welcome().person())));
        assertThat(ann.page().expect(Goodbye.class).reason()).isEqualTo("banned");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println("from the ban to the goodbye: " + millis + " ms");
        ann.page().assertClosed(4410, "banned");
        assertThat(mod.page().expect(Moderated.class).result()).isEqualTo(ModerationResult.DONE);
        for (int i = 0; i < 5; i++) {
            TestViewer again = relay.viewer();
            again.watch(camera.name(), camera.watchKey());
            again.assertClosed(4410, "banned");
        }
        assertThat(mod.moderate(new Unban(ann.welcome().person()))).isEqualTo(ModerationResult.DONE);
        guest(camera.watchKey());
        assertThat(mod.page().isClosed()).isFalse();
    }

    @Test
    void linkAndSessionsOfAModeratorEndWithTheBanWhichSaysSoFirst() {
        Guest mod = guest(moderatorKey);
        Guest second = guest(moderatorKey);
        Guest ann = guest(camera.watchKey());
        TestApi cookie = TestApi.browser(relay);
        cookie.post("/session", new JsonObject().put("camera", "front").put("key", moderatorKey))
                .expect(200);
        JsonObject mode = new JsonObject().put("slow_seconds", 5).put("links", "all");
        cookie.put("/cameras/front/chat-mode", mode).expect(204);
        String path = "/cameras/front/bans/" + mod.welcome().person();
        JsonObject reach = relay.host().get(path).expect(200).json();
        assertThat(reach.getString("link")).isNotEmpty();
        assertThat(people(reach, "same_link")).containsExactly(second.welcome().person());
        assertThat(people(reach, "same_address")).containsExactly(ann.welcome().person());
        JsonObject scope = new JsonObject().put("scope", "person");
        assertThat(relay.host().put(path, scope).expect(200).json()).isEqualTo(reach);
        mod.page().assertClosed(4410, "banned");
        second.page().assertClosed(4405, "link_ended");
        cookie.put("/cameras/front/chat-mode", mode).expect(404);
        cookie.get("/cameras/front/chat").expect(404);
        TestViewer again = relay.viewer();
        again.watch("front", moderatorKey);
        again.assertClosed(4404, "wrong_link");
        Await.until(
                "it is in the log",
                () -> relay.host().get("/audit?limit=9").body().contains("\"link.revoke\""));
        assertThat(ann.page().isClosed()).isFalse();
    }

    @Test
    void aBanOfThePersonAloneLetsOthersFromTheSameAddressStay() {
        Guest ann = guest(camera.watchKey());
        Guest ben = guest(camera.watchKey());
        String path = "/cameras/front/bans/" + ann.welcome().person();
        JsonObject answer = relay.host()
                .put(path, new JsonObject().put("scope", "person"))
                .expect(200)
                .json();
        assertThat(people(answer, "same_address")).containsExactly(ben.welcome().person());
        ann.page().assertClosed(4410, "banned");
        guest(camera.watchKey());
        assertThat(ben.page().isClosed()).isFalse();
        relay.host().put(path).expect(200);
        ben.page().assertClosed(4410, "banned");
    }

    private static List<String> people(JsonObject reach, String member) {
        return reach.getJsonArray(member).stream()
                .map(person -> ((JsonObject) person).getString("person"))
                .toList();
    }

    @Test
    void actsByTheApiArePacedLikeThoseAtTheSocket() {
        Guest ann = guest(camera.watchKey());
        TestApi host = relay.host();
        JsonObject silence = new JsonObject().put("seconds", 10);
        String path = "/cameras/front/people/" + ann.welcome().person() + "/timeout";
        int acts = 0;
        int status = 204;
        while (acts < MANY && status == 204) {
            status = host.put(path, silence).status();
            acts++;
        }
        System.out.println(acts + " acts by the API until one came too fast");
        assertThat(status).isEqualTo(429);
        assertThat(acts).isGreaterThan(30);
    }
}
