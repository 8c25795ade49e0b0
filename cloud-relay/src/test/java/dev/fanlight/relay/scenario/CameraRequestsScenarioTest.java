package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.agent.Share;
import dev.fanlight.protocol.agent.ShareRefusal;
import dev.fanlight.protocol.agent.ShareRefused;
import dev.fanlight.protocol.agent.Shared;
import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationAct.TimeOut;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.admin.service.CameraLinks;
import dev.fanlight.relay.store.Links.Link;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.tls.CertificateSchedule;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People at a camera speak in its chat and make links, by way of its agent. */
class CameraRequestsScenarioTest {

    @TempDir
    private Path temp;

    private Optional<TestRelay> started = Optional.empty();

    @AfterEach
    void stop() {
        started.ifPresent(TestRelay::close);
    }

    private TestRelay relay(Map<String, String> settings) {
        TestRelay relay =
                TestRelay.start(temp.resolve("state"), settings, CertificateSchedule.STANDARD, Optional.empty());
        started = Optional.of(relay);
        return relay;
    }

    private static String shared(TestAgent agent, String id) {
        agent.send(new Share(id));
        Shared answer = agent.expect(Shared.class);
        assertThat(answer.clientId()).isEqualTo(id);
        return answer.url();
    }

    private static List<Link> links(TestRelay relay) {
        try (RelayStore store = relay.openStore(Clock.systemUTC())) {
            return store.links().list(Optional.empty()).stream()
                    .filter(link -> link.label().equals(CameraLinks.LABEL))
                    .toList();
        }
    }

    private static Welcome welcome(TestRelay relay, String url) {
        TestViewer viewer = relay.viewer();
        viewer.watch("front", url.replaceAll(".*#", ""));
        return viewer.expect(Welcome.class);
    }

    @Test
    void whatPeopleAtTheCameraSayIsReadUnderItsNameWithItsBadge() {
        TestRelay relay = relay(Map.of());
        TestCamera front = relay.invite("front");
        TestAgent agent = relay.publishing(front);
        agent.send(new ChatSend("client-id-1", "The bird is back."));
        long seq = agent.expect(ChatAccepted.class).seq();
        TestViewer late = relay.viewer();
        late.watch("front", front.watchKey());
        Chat line = late.expect(Chat.class);
        assertThat(line.seq()).isEqualTo(seq);
        assertThat(line.name()).isEqualTo("front");
        assertThat(line.badge()).contains(Badge.CAMERA);
        agent.send(new ChatSend("client-id-1", "The bird is back."));
        assertThat(agent.expect(ChatAccepted.class).seq()).as("sent again").isEqualTo(seq);
    }

    @Test
    void theCameraKeepsTheRulesOfTheChatLikeEveryone() {
        TestRelay relay = relay(Map.of());
        TestCamera front = relay.invite("front");
        TestAgent agent = relay.publishing(front);
        agent.send(new ChatSend("client-id-1", "x".repeat(501)));
        assertThat(agent.expect(ChatRefused.class).reason()).isEqualTo(Refusal.TOO_LONG);
        agent.send(new ChatSend("client-id-2", "one"));
        agent.expect(ChatAccepted.class);
        TestViewer owner = relay.viewer();
        String key = relay.host()
                .post("/cameras/front/links", new JsonObject().put("can", "moderate"))
                .json()
                .getJsonArray("urls")
                .getString(0)
                .replaceAll(".*#", "");
        owner.watch("front", key);
        owner.expect(ChatReady.class);
        owner.send(new Moderate("client-id-m", new TimeOut("camera", Duration.ofMinutes(1))));
        assertThat(owner.expect(Moderated.class).result()).isEqualTo(ModerationResult.DONE);
        agent.send(new ChatSend("client-id-3", "two"));
        assertThat(agent.expect(ChatRefused.class).reason()).isEqualTo(Refusal.SILENCED);
    }

    @Test
    void aLinkOfTheCameraLetsPeopleWatchAndIsTheOwnersToRevoke() {
        TestRelay relay = relay(Map.of());
        TestAgent agent = relay.publishing(relay.invite("front"));
        String url = shared(agent, "client-id-1");
        assertThat(welcome(relay, url).role()).isEqualTo(ChatRole.WATCHER);
        assertThat(shared(agent, "client-id-2")).as("the same one again").isEqualTo(url);
        assertThat(links(relay))
                .hasSize(1)
                .allSatisfy(link -> assertThat(link.expiresAtMillis()).isPresent());
        relay.host().delete("/links/" + links(relay).get(0).id()).expect(204);
        TestViewer late = relay.viewer();
        late.watch("front", url.replaceAll(".*#", ""));
        late.assertClosed(4404, "wrong_link");
        assertThat(shared(agent, "client-id-3")).as("a new one").isNotEqualTo(url);
    }

    @Test
    void theOwnerDecidesWhatLinksOfCamerasAllow() {
        TestRelay relay = relay(Map.of("access.cameras_may_share", "chat"));
        TestAgent agent = relay.publishing(relay.invite("front"));
        assertThat(welcome(relay, shared(agent, "client-id-1")).role()).isEqualTo(ChatRole.CHATTER);
    }

    @Test
    void theOwnerMayLetCamerasMakeNone() {
        TestRelay relay = relay(Map.of("access.cameras_may_share", "off"));
        TestAgent agent = relay.publishing(relay.invite("front"));
        agent.send(new Share("client-id-1"));
        assertThat(agent.expect(ShareRefused.class).reason()).isEqualTo(ShareRefusal.OFF);
        assertThat(links(relay)).isEmpty();
    }
}
