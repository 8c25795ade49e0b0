package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationAct.Ban;
import dev.fanlight.protocol.chat.ModerationAct.Links;
import dev.fanlight.protocol.chat.ModerationAct.Pin;
import dev.fanlight.protocol.chat.ModerationAct.Remove;
import dev.fanlight.protocol.chat.ModerationAct.Restore;
import dev.fanlight.protocol.chat.ModerationAct.Slow;
import dev.fanlight.protocol.chat.ModerationAct.TimeOut;
import dev.fanlight.protocol.chat.ModerationAct.Unban;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.chat.Moderator;
import dev.fanlight.relay.chat.Removal;
import dev.fanlight.relay.chat.Sanction;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moderation means at the sockets of those on whom it falls, across a restart of the relay. */
class ChatModerationScenarioTest {

    private static final Moderator OWNER = Moderator.owner("test");

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestCamera camera;

    @BeforeEach
    void start() {
        relay = TestRelay.start(temp.resolve("state"));
        camera = relay.invite("front");
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void whoOnlyChatsMayDoNothingOfAModerator() {
        TestViewer ann = relay.viewer();
        ann.watch(camera.name(), camera.watchKey());
        Welcome welcome = ann.expect(Welcome.class);
        assertThat(welcome.role()).isEqualTo(ChatRole.CHATTER);
        TestViewer ben = relay.watching(camera);
        ben.say("client-id-1", "hello");
        long seq = ben.expect(ChatAccepted.class).seq();
        List<ModerationAct> acts = List.of(
                new Remove(seq),
                new Restore(seq),
                new TimeOut(welcome.person(), Duration.ofSeconds(10)),
                new Ban(welcome.person()),
                new Unban(welcome.person()),
                new Slow(Duration.ofSeconds(30)),
                new Links(ChatLinks.MODERATORS),
                new Pin(Optional.of("note")));
        for (ModerationAct act : acts) {
            ann.send(new Moderate("client-id-2", act));
            assertThat(ann.expect(Moderated.class).result()).as(act.toString()).isEqualTo(ModerationResult.NOT_ALLOWED);
        }
        assertThat(relay.watching(camera).lines).hasSize(1);
    }

    @Test
    void badgeThatAClientClaimsIsNotPassedOn() {
        TestViewer ann = relay.watching(camera);
        ann.socket.writeTextMessage(
                "{\"type\":\"chat_send\",\"client_id\":\"client-id-1\",\"text\":\"trust me\",\"badge\":\"owner\",\"role\":\"owner\"}");
        assertThat(ann.expect(Chat.class).badge()).isEmpty();
    }

    @Test
    void bannedPersonStaysOutAndLearnsWhy() {
        Welcome ann = welcome(relay.viewer(), Optional.empty());
        restartWith(store ->
                store.chatModeration().impose(name(), sanction(Sanction.Kind.BAN, ann.person(), Duration.ofHours(1))));
        TestViewer back = relay.viewer();
        back.send(watch(Optional.of(ann.token())));
        assertThat(back.expect(Goodbye.class).reason()).isEqualTo("banned");
        back.assertClosed(4410, "banned");
        assertThat(welcome(relay.viewer(), Optional.empty()).person()).isNotEqualTo(ann.person());
    }

    @Test
    void silencedPersonIsInformedWhenTheyReturnAndRefusedWithTheWait() {
        Welcome ann = welcome(relay.viewer(), Optional.empty());
        restartWith(store -> store.chatModeration()
                .impose(name(), sanction(Sanction.Kind.TIME_OUT, ann.person(), Duration.ofHours(1))));
        TestViewer back = relay.viewer();
        welcome(back, Optional.of(ann.token()));
        assertThat(back.expect(ChatSilenced.class).until()).isPresent();
        back.say("client-id-1", "hello");
        ChatRefused refused = back.expect(ChatRefused.class);
        assertThat(refused.reason()).isEqualTo(Refusal.SILENCED);
        assertThat(refused.retryAfter().orElseThrow()).isBetween(Duration.ofMinutes(58), Duration.ofHours(1));
    }

    @Test
    void removedLineAndModeOutliveARestart() {
        TestViewer ann = relay.watching(camera);
        ann.say("client-id-1", "one");
        ann.say("client-id-2", "two");
        Await.until("told", () -> ann.lines.size() == 2);
        restartWith(store -> {
            store.chatModeration().mark(name(), 1, new Removal(OWNER, nowMicros(), false));
            store.chatModeration().setMode(name(), new ChatMode(30, ChatLinks.MODERATORS));
        });
        TestViewer late = relay.viewer();
        late.watch(camera.name(), camera.watchKey());
        assertThat(late.expect(ChatMode.class)).isEqualTo(new ChatMode(30, ChatLinks.MODERATORS));
        assertThat(late.expect(ChatReady.class)).isEqualTo(new ChatReady(2, 0));
        assertThat(late.lines).extracting(Chat::text).containsExactly("two");
        late.say("client-id-3", "see example.com");
        assertThat(late.expect(ChatRefused.class).reason()).isEqualTo(Refusal.LINKS);
        late.say("client-id-4", "hello");
        late.expect(ChatAccepted.class);
        late.say("client-id-5", "again");
        assertThat(late.expect(ChatRefused.class).retryAfter().orElseThrow())
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private void restartWith(Consumer<RelayStore> change) {
        relay.close();
        relay = TestRelay.start(temp.resolve("state"));
        try (RelayStore store = relay.openStore(Clock.systemUTC())) {
            change.accept(store);
        }
    }

    private Welcome welcome(TestViewer viewer, Optional<String> token) {
        viewer.send(watch(token));
        return viewer.expect(Welcome.class);
    }

    private Watch watch(Optional<String> token) {
        return new Watch(camera.name(), Optional.of(camera.watchKey()), token, OptionalLong.empty());
    }

    private CameraName name() {
        return new CameraName(camera.name());
    }

    private static Sanction sanction(Sanction.Kind kind, String person, Duration length) {
        long now = nowMicros();
        return new Sanction(
                kind, person, "", ChatRole.CHATTER, Optional.empty(), OWNER, now, now + length.toNanos() / 1000);
    }

    private static long nowMicros() {
        return Clock.systemUTC().millis() * 1000;
    }
}
